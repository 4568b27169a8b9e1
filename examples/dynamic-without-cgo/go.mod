module example.com/dynamic

go 1.27

require github.com/ebitengine/purego v0.11.3
