#!/bin/sh
# Moves into a root: enter.sh ROOT WORK BINDS, as the first process of a namespace. An overlay makes it writable; devices and control
# groups are the machine's. Engines keep their data on a plain file system, since an overlay on an overlay is refused. crun wants no
# `unified` beside the hierarchies of cgroup v1 ("cgroups in hybrid mode not supported"). The shell stays, to collect orphans.
set -e
cd "$2"; mkdir -p upper work root words var
mount -t overlay overlay -o "lowerdir=$1,upperdir=upper,workdir=work" root
for name in docker containerd containers; do
  mkdir -p "var/$name" "root/var/lib/$name"; mount --bind "var/$name" "root/var/lib/$name"
done
mkdir -p root/words; mount --bind words root/words
for bind in $3; do
  mkdir -p "root/${bind#*=}"; mount --bind "${bind%%=*}" "root/${bind#*=}"
done
cd root; mkdir -p dev proc sys run tmp
mount -t proc proc proc; mount --rbind /dev dev; mount --rbind /sys sys
if [ ! -f /sys/fs/cgroup/cgroup.controllers ]; then
  mount -t tmpfs tmpfs sys/fs/cgroup
  for group in /sys/fs/cgroup/*/; do
    name=$(basename "$group"); [ "$name" = unified ] && continue
    mkdir "sys/fs/cgroup/$name"; mount --bind "$group" "sys/fs/cgroup/$name"
  done
fi
mount -t tmpfs tmpfs run; mount -t tmpfs tmpfs tmp
: > etc/resolv.conf; : > etc/hosts
mkdir -p before; pivot_root . before; umount -l before; touch /run/entered
while :; do sleep 1000 & wait $!; done
