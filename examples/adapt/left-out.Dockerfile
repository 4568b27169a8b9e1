# Broken on purpose: left-out.Dockerfile.dockerignore does not let main.go through.
FROM golang:1.27-trixie
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/app .
