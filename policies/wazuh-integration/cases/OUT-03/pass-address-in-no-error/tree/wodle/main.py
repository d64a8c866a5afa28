import sys

url = f"https://api.example.com/events?api_key={sys.argv[1]}"
sys.stderr.write(f"asking {url}\n")
