@echo off
move events.tmp events.json
