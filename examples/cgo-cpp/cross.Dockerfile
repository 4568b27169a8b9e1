# The compilers run on the machine's own architecture, whatever the target is.
FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
ARG BUILDARCH TARGETARCH
# For the other architecture: compilers and libraries of the target, for C and for C++.
RUN case "$BUILDARCH-$TARGETARCH" in \
      amd64-arm64) cpu=aarch64 package=g++-aarch64-linux-gnu ;; \
      arm64-amd64) cpu=x86_64 package=g++-x86-64-linux-gnu ;; \
      *) exit 0 ;; \
    esac \
    && apt-get update \
    && apt-get install -y --no-install-recommends $package \
    && rm -rf /var/lib/apt/lists/* \
    && go env -w CC=$cpu-linux-gnu-gcc CXX=$cpu-linux-gnu-g++
WORKDIR /src
# Modules first (go.mod, and go.sum once there are dependencies): a change in the code keeps
# this layer.
COPY go.* ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# Without CGO_ENABLED=1 Go turns cgo off for another architecture and says nothing.
RUN CGO_ENABLED=1 GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]
