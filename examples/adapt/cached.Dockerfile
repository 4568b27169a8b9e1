# Go cross-compiles by itself: the build runs on the machine's own architecture and needs no
# C compiler for the target.
FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
WORKDIR /src
# Modules first (go.mod, and go.sum once there are dependencies): a change in the code keeps
# this layer.
COPY go.* ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
ARG TARGETOS TARGETARCH
# Your main package.
ARG PACKAGE=./cmd/app
# CGO_ENABLED=0 is needed: the golang image has a C compiler, and net and os/user would be
# linked against glibc.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
# The caches belong to the builder, and are no part of the image.
RUN --mount=type=cache,target=/root/.cache/go-build \
    --mount=type=cache,target=/go/pkg/mod \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

# Certificates, time zones, /tmp and user 65532. No libc and no shell.
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /out/app /app
EXPOSE 8080
# With brackets: the other form needs a shell.
ENTRYPOINT ["/app"]
