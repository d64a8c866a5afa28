import sqlite3

SEEN = "/var/ossec/integrations/acme/deliveries.db"
sqlite3.connect(SEEN).execute("create table if not exists seen (id text)")
