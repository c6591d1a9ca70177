# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node builds the page at / and stays behind in this stage.
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/EcosystemGraph.App --configuration Release --output /app -p:RestoreLockedMode=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# The database is created in the working folder.
RUN install --directory --owner="$APP_UID" --group="$APP_UID" /data
VOLUME /data
WORKDIR /data
USER $APP_UID
EXPOSE 5080
# The image has no curl; bash can ask as well.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
ENTRYPOINT ["/app/ecosystem-graph"]
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
