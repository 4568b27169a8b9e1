# Plays your checkout, after `go mod vendor`.
FROM golang:1.27-trixie AS checkout
WORKDIR /src
COPY . .
RUN go mod vendor

FROM golang:1.27-trixie AS build
WORKDIR /src
# With a folder vendor there is nothing to download. An allow-list has to name it: !vendor
COPY --from=checkout /src .
ARG PACKAGE=./cmd/app
# --network=none proves that nothing is fetched; leave it out.
RUN --network=none CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/app "$PACKAGE"

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]
