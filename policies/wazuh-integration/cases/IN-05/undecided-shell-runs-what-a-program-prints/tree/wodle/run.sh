#!/bin/bash
eval "$(./next-command --plain)"
