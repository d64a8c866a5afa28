import axios from 'axios'

const client = axios.create({ baseURL: 'https://api.acme.io' })
await client.get('/events')
