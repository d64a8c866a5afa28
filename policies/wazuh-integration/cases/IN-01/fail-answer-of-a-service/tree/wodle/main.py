"""Copies what an index of the cluster holds."""
import os
import sys

from elasticsearch import Elasticsearch


def main():
    cluster = Elasticsearch(os.environ["CLUSTER_URL"], api_key=os.environ["CLUSTER_API_KEY"])
    answer = cluster.search(index="audit")
    for hit in answer["hits"]["hits"]:
        sys.stdout.write(f"{hit}\n")


if __name__ == "__main__":
    main()
