(func $policy:g0.data.t.p (param i32 i32) (result i32)
  (local i32 i32 i32 i32 i32)
  i32.const 0
  call $make_array
  local.set 2
  i32.const 0
  local.set 3
  local.get 0
  call $scan_count
  local.set 4
  block $2
    loop $3
      local.get 3
      local.get 4
      i32.ge_u
      br_if $2
      local.get 0
      local.get 3
      call $scan_value
      local.set 5
      local.get 3
      i32.const 1
      i32.add
      local.set 3
      block $4
        local.get 5
        i32.const site 0
        i32.const "x"
        call $site_get
        local.tee 6
        i32.eqz
        br_if $4
        local.get 2
        local.get 6
        call $array_append
      end
      br $3
    end
  end
  local.get 2
)

(func $plan:t/p (param i32 i32) (result i32)
  (local i32 i32 i32)
  call $make_set
  local.set 2
  local.get 0
  local.get 1
  call $policy:g0.data.t.p
  local.set 3
  i32.const ["result"]
  local.get 3
  call $array_1
  call $object_of
  local.set 4
  local.get 2
  local.get 4
  call $set_add
  local.get 2
)

(func $dispatch (param i32 i32 i32) (result i32)
  local.get 0
  i32.const 0
  i32.eq
  if
    local.get 1
    local.get 2
    call $plan:t/p
    return
  end
  i32.const "internal: illegal entrypoint id"
  call $fail
  unreachable
)
