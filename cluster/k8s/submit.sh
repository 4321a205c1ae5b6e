#!/usr/bin/env bash
# submit.sh API_SERVER IMAGE S3_ENDPOINT ARGS...: runs Shoal's programs on Kubernetes, such as
#   submit.sh https://10.0.0.1:6443 registry/shoal https://s3.example.org run /data/sst.yaml
# Needs spark-home built with -Pkubernetes, the Secret and the claim of pod-template.yaml, and a service account that may make pods.
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
api=$1 image=$2 endpoint=$3
shift 3
export SPARK_CONF_DIR=$here
exec "$here/../bin/spark-submit" \
  --master "k8s://$api" --deploy-mode cluster --name shoal --class dev.shoal.job.Main \
  --conf spark.kubernetes.container.image="$image" \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=shoal \
  --conf spark.kubernetes.driver.podTemplateFile="$here/pod-template.yaml" \
  --conf spark.kubernetes.executor.podTemplateFile="$here/pod-template.yaml" \
  --conf spark.executor.instances=4 --conf spark.executor.cores=4 --conf spark.executor.memory=8g \
  --conf spark.hadoop.fs.s3a.endpoint="$endpoint" \
  --conf spark.hadoop.fs.s3a.path.style.access=true \
  --conf spark.hadoop.fs.s3a.aws.credentials.provider=org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider \
  local:///opt/shoal/shoal.jar "$@"
