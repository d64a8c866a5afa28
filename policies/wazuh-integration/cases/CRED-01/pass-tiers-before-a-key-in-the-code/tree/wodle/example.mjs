export const example = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'
