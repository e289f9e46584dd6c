File state = new File(basedir, 'target/trestle/host.json')
state.parentFile.mkdirs()
state.text = '{"protocol":1,"address":"http://127.0.0.1:1","pid":' + ProcessHandle.current().pid() +
    ',"startedAt":"2001-01-01T00:00:00Z","token":"x","engine":"x","stays":true}'
return true
