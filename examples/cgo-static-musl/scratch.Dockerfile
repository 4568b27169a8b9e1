FROM golang:1.27-alpine3.23 AS build
# golang:alpine has no C compiler. musl-dev brings the C headers and the static musl.
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
# Modules first: a change in the code keeps this layer.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Your main package.
ARG PACKAGE=./cmd/app
# -static is for the C linker; -linkmode external makes Go use it in every case.
# -tags timetzdata puts the time zones into the program.
# -s -w leave out symbols and DWARF: the file gets smaller, stack traces stay readable.
RUN CGO_ENABLED=1 go build -tags timetzdata -trimpath \
    -ldflags='-s -w -linkmode external -extldflags "-static"' -o /out/app "$PACKAGE"
# What scratch lacks: certificates, a name for the user, and a /tmp that all may write to.
RUN mkdir -p /out/etc/ssl/certs /out/tmp && chmod 1777 /out/tmp \
    && cp /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ \
    && echo 'nonroot:x:65532:65532:nonroot:/:/sbin/nologin' > /out/etc/passwd \
    && echo 'nonroot:x:65532:' > /out/etc/group \
    && install -d -o 65532 -g 65532 /out/data

FROM scratch
COPY --from=build /out/ /
ENV NOTES_DB=/data/notes.db
# By number: Kubernetes' runAsNonRoot cannot check a name.
USER 65532:65532
EXPOSE 8080
# With brackets: the other form needs a shell.
ENTRYPOINT ["/app"]
