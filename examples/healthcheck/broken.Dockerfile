FROM golang:1.27-trixie AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /out/app ./cmd/app

# Broken on purpose: without brackets a shell is asked to run it.
FROM gcr.io/distroless/static-debian13:nonroot AS shell-form
COPY --from=build /out/app /app
HEALTHCHECK --interval=1s --timeout=3s --retries=1 CMD /app -healthcheck || exit 1
ENTRYPOINT ["/app"]

# Broken on purpose: the image has no wget.
FROM gcr.io/distroless/static-debian13:nonroot AS wget
COPY --from=build /out/app /app
HEALTHCHECK --interval=1s --timeout=3s --retries=1 CMD ["wget", "-q", "--spider", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["/app"]
