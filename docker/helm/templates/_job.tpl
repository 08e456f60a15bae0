{{/*
A FlinkDeployment. Takes a dictionary: root (the chart), name and class (of the job), own (its part of the values),
flink (settings of Flink that it needs), arguments (a list).
*/}}
{{- define "ardm.job" -}}
{{- $name := printf "ardm-%s" .name -}}
{{- $storage := printf "%s/%s" .root.Values.storage $name -}}
{{- $flink := dict
  "taskmanager.numberOfTaskSlots" "1"
  "execution.checkpointing.dir" (printf "%s/checkpoints" $storage)
  "execution.checkpointing.savepoint-dir" (printf "%s/savepoints" $storage)
  "high-availability.type" "kubernetes"
  "high-availability.storageDir" (printf "%s/high-availability" $storage) -}}
{{- $flink = mustMergeOverwrite $flink .flink (deepCopy .root.Values.flinkConfiguration) (deepCopy .own.flinkConfiguration) -}}
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: {{ $name }}
spec:
  image: {{ .own.image | default .root.Values.image }}
  flinkVersion: {{ .root.Values.flinkVersion }}
  serviceAccount: {{ .root.Values.serviceAccount }}
  flinkConfiguration:
    {{- range $key, $value := $flink }}
    {{ $key }}: {{ $value | toString | quote }}
    {{- end }}
  jobManager:
    resource:
      cpu: {{ .root.Values.jobManager.cpu }}
      memory: {{ .root.Values.jobManager.memory }}
  taskManager:
    resource:
      cpu: {{ .own.taskManager.cpu }}
      memory: {{ .own.taskManager.memory }}
    {{- if .own.gpu }}
    podTemplate:
      spec:
        tolerations:
          - key: nvidia.com/gpu
            operator: Exists
            effect: NoSchedule
    {{- end }}
  podTemplate:
    spec:
      securityContext:
        runAsNonRoot: true
        runAsUser: 9999
        fsGroup: 9999
      containers:
        - name: flink-main-container
          env:
            - name: ENABLE_BUILT_IN_PLUGINS
              value: {{ .root.Values.storagePlugin }}
          ports:
            - name: metrics
              containerPort: 9249
          volumeMounts:
            - name: secrets
              mountPath: /secrets
              readOnly: true
      volumes:
        - name: secrets
          secret:
            secretName: {{ .root.Values.secret }}
  job:
    jarURI: local:///opt/flink/usrlib/ardm-flink-jobs-{{ .root.Chart.AppVersion }}.jar
    entryClass: {{ .class }}
    args:
      - --config
      - /opt/flink/ardm/config/{{ .name }}.yaml
      - --kafka.bootstrap-servers
      - {{ .root.Values.kafka.bootstrapServers | quote }}
      - --kafka.properties-file
      - /secrets/kafka.properties
      {{- range .arguments }}
      - {{ . | quote }}
      {{- end }}
      {{- range $key, $value := .own.settings }}
      - --{{ $key }}
      - {{ $value | toString | quote }}
      {{- end }}
    parallelism: {{ .own.parallelism }}
    upgradeMode: savepoint
{{- end }}

{{/* Arguments of a job: of a list of keys and values those pairs whose value is not empty, as JSON. */}}
{{- define "ardm.arguments" -}}
{{- $arguments := list -}}
{{- range . -}}
{{- if last . -}}
{{- $arguments = concat $arguments (list (printf "--%s" (first .)) (last .)) -}}
{{- end -}}
{{- end -}}
{{- toJson $arguments -}}
{{- end }}

{{/* Settings of Flink for a job that goes through models. */}}
{{- define "ardm.codec" -}}
classloader.parent-first-patterns.additional: ai.djl.;org.tensorflow.;org.bytedeco.;com.google.protobuf.
env.java.opts.taskmanager: --add-modules=jdk.incubator.vector
taskmanager.memory.managed.size: 0m
taskmanager.memory.task.off-heap.size: 1g
state.backend.type: hashmap
{{- if .gpu }}
external-resources: gpu
external-resource.gpu.amount: "1"
external-resource.gpu.kubernetes.config-key: nvidia.com/gpu
{{- end }}
{{- end }}
