# Go cross-compiles by itself: the build runs on the machine's own architecture and needs no
# C compiler for the target.
FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
WORKDIR /src
# Modules first (go.mod, and go.sum once there are dependencies): a change in the code keeps
# this layer.
COPY go.* ./
RUN go mod download
COPY . .
ARG TARGETOS TARGETARCH
# Your main package.
ARG PACKAGE=./cmd/app
# CGO_ENABLED=0 is needed: the golang image has a C compiler, and net and os/user would be
# linked against glibc.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

FROM build AS test
ARG TESTS=./...
# The race detector needs cgo. The golang image has a C compiler; the program stays without.
RUN CGO_ENABLED=1 go test -race $TESTS && touch /tested

# Certificates, time zones, /tmp and user 65532. No libc and no shell.
FROM gcr.io/distroless/static-debian13:nonroot
# A file of the test stage: without it the stage would not run.
COPY --from=test /tested /tested
COPY --from=build /out/app /app
EXPOSE 8080
# With brackets: the other form needs a shell.
ENTRYPOINT ["/app"]
