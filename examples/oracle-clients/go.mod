module example.com/oracle

go 1.27

require (
	github.com/godror/godror v0.40.4
	github.com/sijms/go-ora/v2 v2.8.24
)

require (
	github.com/go-logfmt/logfmt v0.6.0 // indirect
	github.com/godror/knownpb v0.1.1 // indirect
	golang.org/x/exp v0.0.0-20230905200255-921286631fa9 // indirect
	google.golang.org/protobuf v1.30.0 // indirect
)
