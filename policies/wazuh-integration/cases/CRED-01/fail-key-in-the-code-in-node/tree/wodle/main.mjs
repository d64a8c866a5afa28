const API_TOKEN = 'k7Gh2pQx9Lm4Rt8Vw3Zn6Bc1'
const github = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'

await fetch('https://api.acme.io', { headers: { Authorization: `Bearer ${API_TOKEN}`, 'X-Who': github } })
