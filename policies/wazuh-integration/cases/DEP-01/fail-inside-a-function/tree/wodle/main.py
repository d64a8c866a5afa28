def connect():
    from google.cloud import pubsub_v1

    return pubsub_v1
