import logging

import settings

logging.info("token %s of %s", settings.API_TOKEN, settings.REGION)
