export const some = (event) => JSON.stringify(event, ['id', 'type'])
export const pretty = (event) => JSON.stringify(event, null, 2)
