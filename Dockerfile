# One image for both processes: `api` is what it runs unless told otherwise, `worker` is the same image with another command.
#   docker build -t latchkey .
#   docker run … latchkey                                      api: portal, console, device and service listeners
#   docker run … latchkey node --import tsx worker/main.ts      worker

FROM node:20.19.5-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM packages AS pages
RUN npm ci --include=dev
COPY tsconfig.json ./
COPY domain domain
COPY contracts contracts
COPY device-sdk device-sdk
COPY portal portal
COPY admin-ui admin-ui
COPY authenticator authenticator
RUN npm run build:pages

FROM packages AS runtime-packages
ENV NODE_ENV=production
RUN npm ci --omit=dev

FROM node:20.19.5-bookworm-slim AS latchkey
# Temporal's core talks TLS with the system's certificates; the slim image has none.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production \
  LATCHKEY_MODE=production \
  BIND_ADDRESS=0.0.0.0
WORKDIR /app
COPY --from=runtime-packages /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY domain domain
COPY contracts contracts
COPY store store
COPY temporal temporal
COPY workflows workflows
COPY activities activities
COPY api api
COPY worker worker
COPY --from=pages /app/dist dist
# Everything above belongs to root and is only read. What is written: /tmp (a tmpfs will do), and /data if
# LATCHKEY_CHECKPOINT_FILE points there.
RUN install -d -o node -g node /data
USER node
# portal, console, device, service
EXPOSE 8080 8081 8082 8083
STOPSIGNAL SIGTERM
CMD ["node", "--import", "tsx", "api/main.ts"]
