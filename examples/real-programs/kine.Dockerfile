FROM golang:1.27-trixie AS build
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY kine/go.mod kine/go.sum ./
RUN go mod download
COPY kine .
# Your main package.
ARG PACKAGE=github.com/k3s-io/kine
# Without CGO_ENABLED=1 a build where no C compiler is found turns cgo off and says nothing.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=1 go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"
# For the database; the image below has no mkdir.
RUN mkdir /out/data

# glibc of the same Debian release as above, certificates, time zones, /tmp and user
# 65532. No shell, and no OpenSSL: if your C code links it, take base-debian13.
FROM gcr.io/distroless/base-nossl-debian13:nonroot
COPY --from=build /out/app /app
# A named volume mounted here takes over this owner, so the user can write to it.
COPY --from=build --chown=65532:65532 /out/data /data
ENV NOTES_DB=/data/notes.db
EXPOSE 8080
ENTRYPOINT ["/app"]
