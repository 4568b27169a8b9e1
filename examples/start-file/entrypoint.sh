#!/bin/sh
echo "entrypoint: starting $1"
exec "$@"
