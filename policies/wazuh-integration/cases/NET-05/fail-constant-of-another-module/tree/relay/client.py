import aiohttp

from . import config


class Client:
    async def __aenter__(self):
        self.session = aiohttp.ClientSession()
        return self

    async def get(self, url):
        async with self.session.get(url, proxy=config.PROXY) as answer:
            return await answer.json()
