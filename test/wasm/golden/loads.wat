(func $policy:g0.data.t.result (result i32)
  (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)
  i32.const 0
  call $make_array
  local.set 0
  block $1
    global.get $input
    i32.const site 0
    i32.const "call"
    call $site_get
    local.tee 1
    i32.eqz
    br_if $1
    i32.const 0
    local.set 2
    block $2
      loop $3
        local.get 1
        local.get 2
        call $scan_next
        local.tee 3
        i32.eqz
        br_if $2
        local.get 2
        i32.const 1
        i32.add
        local.set 2
        block $4
          local.get 3
          i32.const site 1
          i32.const "callee"
          call $site_get
          local.tee 4
          i32.eqz
          br_if $4
          local.get 4
          i32.const 3
          i32.and
          i32.const 2
          i32.ne
          br_if $4
          i32.const 7
          local.set 5
          i32.const pattern "^json\\.loads?$"
          i32.const site 2
          local.get 4
          call $pattern_match
          if
            i32.const 11
            local.set 5
          end
          local.get 5
          i32.const 7
          i32.eq
          br_if $4
          i32.const 0
          local.set 6
          block $5
            local.get 3
            call $policy:g0.data.t.safe
            local.tee 7
            i32.eqz
            br_if $5
            local.get 7
            i32.const 7
            i32.eq
            br_if $5
            i32.const 1
            local.set 6
          end
          local.get 6
          br_if $4
          local.get 3
          i32.const site 3
          i32.const "at"
          call $site_get
          local.tee 8
          i32.eqz
          br_if $4
          local.get 8
          i32.const site 4
          i32.const "line"
          call $site_get
          local.tee 9
          i32.eqz
          br_if $4
          local.get 0
          local.get 9
          call $array_append
        end
        br $3
      end
    end
  end
  local.get 0
)

(func $policy:g0.data.t.safe (param i32) (result i32)
  (local i32 i32)
  block $0
    local.get 0
    i32.const site 5
    i32.const "hook"
    call $site_get
    local.tee 1
    i32.eqz
    br_if $0
    local.get 1
    i32.const 3
    call $value_equal
    i32.eqz
    br_if $0
    i32.const 11
    local.tee 2
    return
  end
  local.get 2
)

(func $plan:t/result (result i32)
  (local i32 i32 i32)
  call $make_set
  local.set 0
  call $policy:g0.data.t.result
  local.set 1
  i32.const ["result"]
  local.get 1
  call $record_1
  local.set 2
  local.get 0
  local.get 2
  call $set_add
  local.get 0
)

(func $dispatch (param i32 i32 i32) (result i32)
  local.get 1
  global.set $input
  local.get 2
  global.set $data
  local.get 0
  i32.const 0
  i32.eq
  if
    call $plan:t/result
    return
  end
  i32.const "internal: illegal entrypoint id"
  call $fail
  unreachable
)
