URL = "http://api.vendor.io"
