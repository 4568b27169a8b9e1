# Makes a repository of greet, and lets the go command of this image reach it as https://git.test, while it runs.
set -eu
cd /forge
CGO_ENABLED=0 go build -o /forge/server server.go
git init --quiet greet
git -C greet add .
git -C greet -c user.name=a -c user.email=a@example.com commit --quiet --message=first
git -C greet tag v1.0.0
mkdir /srv/git
git clone --quiet --bare greet /srv/git/greet
git config --global url.http://git.test:8079/.insteadOf https://git.test/
cp go.sh /go/bin/go
chmod +x /go/bin/go
