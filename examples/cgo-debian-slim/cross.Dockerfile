# The compilers run on the machine's own architecture, whatever the target is.
FROM --platform=$BUILDPLATFORM golang:1.27-trixie AS build
ARG BUILDARCH TARGETARCH
# The library and its header are the target's. For the other architecture a compiler comes too.
RUN case "$BUILDARCH-$TARGETARCH" in \
      amd64-arm64) cpu=aarch64 gcc=gcc-aarch64-linux-gnu ;; \
      arm64-amd64) cpu=x86_64 gcc=gcc-x86-64-linux-gnu ;; \
      *) cpu= gcc= ;; \
    esac \
    && dpkg --add-architecture $TARGETARCH \
    && apt-get update \
    && apt-get install -y --no-install-recommends $gcc libsqlite3-dev:$TARGETARCH \
    && rm -rf /var/lib/apt/lists/* \
    && if [ -n "$cpu" ]; then go env -w CC=$cpu-linux-gnu-gcc; fi
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# Without CGO_ENABLED=1 Go turns cgo off for another architecture and says nothing.
# -tags libsqlite3 is this driver's switch: Debian's library instead of the source it carries.
RUN CGO_ENABLED=1 GOARCH=$TARGETARCH \
    go build -tags libsqlite3 -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

# The same release of Debian, for the same libraries. Of this build only the lines below run in
# the target's architecture: emulated, they take longer.
FROM debian:trixie-slim
# The library itself: `readelf -d /out/app` names the files, and `dpkg -S FILE` in the build
# stage the package of each. Slim images have no certificates.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 65532 nonroot && useradd --uid 65532 --gid 65532 --home-dir / nonroot \
    && install -d -o nonroot -g nonroot /data
COPY --from=build /out/app /app
ENV NOTES_DB=/data/notes.db
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/app"]
