try:
    import requests
except ImportError:
    requests = None
