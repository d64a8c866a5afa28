from http_client import fetch

fetch("https://api.example.com/")
