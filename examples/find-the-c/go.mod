module example.com/findthec

go 1.27

require (
	github.com/ebitengine/purego v0.11.3
	github.com/mattn/go-sqlite3 v1.14.53
)
