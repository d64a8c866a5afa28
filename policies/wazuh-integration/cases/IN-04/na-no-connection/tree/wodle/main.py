import sys

print("https://api.example.com/" + sys.argv[1])
