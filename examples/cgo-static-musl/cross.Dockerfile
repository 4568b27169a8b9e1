# The compilers run on the machine's own architecture, whatever the target is.
FROM --platform=$BUILDPLATFORM golang:1.27-alpine3.23 AS build
ARG TARGETARCH
# Alpine's gcc compiles for its own architecture alone. zig compiles for all, and brings
# musl's headers and source.
# CGO_LDFLAGS is -O2 -g unless it is set, and comes after the -s below; zig obeys the last.
RUN case "$TARGETARCH" in \
      amd64) target=x86_64-linux-musl ;; \
      arm64) target=aarch64-linux-musl ;; \
      *) exit 1 ;; \
    esac \
    && apk add --no-cache zig \
    && go env -w CC="zig cc -target $target" CGO_LDFLAGS=-O2
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# Without CGO_ENABLED=1 Go turns cgo off for another architecture and says nothing.
# -static is for the C linker; -linkmode external makes Go use it in every case.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=1 GOARCH=$TARGETARCH go build -trimpath \
    -ldflags='-s -w -linkmode external -extldflags "-static"' -o /out/app "$PACKAGE"
# For the database; the image below has no mkdir.
RUN mkdir /out/data

# Certificates, time zones, /tmp and user 65532. No libc and no shell.
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /out/app /app
# A named volume mounted here takes over this owner, so the user can write to it.
COPY --from=build --chown=65532:65532 /out/data /data
ENV NOTES_DB=/data/notes.db
EXPOSE 8080
# With brackets: the other form needs a shell.
ENTRYPOINT ["/app"]
