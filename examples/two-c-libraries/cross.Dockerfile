# The compilers run on the machine's own architecture, whatever the target is.
FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
ARG BUILDARCH TARGETARCH
# For the other architecture: a C compiler and a C library of the target.
RUN case "$BUILDARCH-$TARGETARCH" in \
      amd64-arm64) cc=aarch64-linux-gnu-gcc packages="gcc-aarch64-linux-gnu libc6-dev-arm64-cross" ;; \
      arm64-amd64) cc=x86_64-linux-gnu-gcc packages="gcc-x86-64-linux-gnu libc6-dev-amd64-cross" ;; \
      *) exit 0 ;; \
    esac \
    && apt-get update \
    && apt-get install -y --no-install-recommends $packages \
    && rm -rf /var/lib/apt/lists/* \
    && go env -w CC=$cc
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# Without CGO_ENABLED=1 Go turns cgo off for another architecture and says nothing.
RUN CGO_ENABLED=1 GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

FROM gcr.io/distroless/base-nossl-debian13:nonroot
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]
