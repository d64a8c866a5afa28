/** Scripts, configuration and documents in which one thing stands over and over again. */
import { lines, row, type Shape, shapesOf } from './shape.ts'

export const texts: readonly Shape[] = [
  ...shapesOf('a.sh', {
    commands: (n) => lines(n, (i) => `echo ${i} "$A${i}"`),
    functions: (n) => lines(n, (i) => `f${i}() {\n  echo "$1"\n}\nf${i} a`),
    'functions that call each other': (n) => `f0() { echo; }\n${lines(n, (i) => `f${i + 1}() { f${i}; }`)}f${n}\n`,
    variables: (n) => lines(n, (i) => `A${i}="$A${i + 1}/x"\ncat "$A${i}"`),
    'one variable': (n) => lines(n, (i) => `A="$A ${i}"\necho "$A"`),
    pipelines: (n) => lines(n, (i) => `cat a${i} | grep b | sort > c${i}`),
    'one pipeline': (n) => `${row(n, (i) => `grep ${i}`, ' | ')}\n`,
    'one list': (n) => `${row(n, (i) => `test ${i}`, ' && ')}\n`,
    'if statements': (n) => lines(n, (i) => `if [ "$A" = ${i} ]; then\n  echo ${i}\nfi`),
    'else ifs': (n) => `if a; then b\n${lines(n, (i) => `elif [ "$A" = ${i} ]; then echo ${i}`)}fi\n`,
    cases: (n) => `case "$1" in\n${lines(n, (i) => `  a${i}) echo ${i} ;;`)}esac\n`,
    loops: (n) => lines(n, (i) => `for a in b${i}; do\n  echo "$a"\ndone`),
    redirects: (n) => lines(n, (i) => `echo "$T" > /tmp/f${i}\nchmod 600 /tmp/f${i}`),
    'redirects to one file': (n) => lines(n, (i) => `echo ${i} >> "$F"\nchmod 600 "$F"\nmv "$F" "$G"`),
    'here-documents': (n) => lines(n, (i) => `cat > f${i} <<EOF\ntext $A\nEOF`),
    'Python in here-documents': (n) => lines(n, (i) => `python3 - <<'EOF'\nimport os\nprint(os.environ["A${i}"])\nEOF`),
    substitutions: (n) => lines(n, (i) => `A${i}=$(echo "$(date)" | cut -c${i})`),
    options: (n) => lines(n, (i) => `set -e\nset +e\ncurl -k https://a${i}.io`),
    'words of one command': (n) => `echo ${row(n, (i) => `a${i}`, ' ')}\n`,
    traps: (n) => lines(n, (i) => `trap 'rm -f "$T${i}"' EXIT`),
    arrays: (n) => `A=(${row(n, (i) => `a${i}`, ' ')})\necho "\${A[@]}"\n`,
    permissions: (n) => lines(n, (i) => `install -m 640 -o root -g wazuh f${i} /var/ossec/f${i}`),
  }),
  ...shapesOf('a.yaml', {
    entries: (n) => lines(n, (i) => `k${i}: v${i}`),
    'entries of entries': (n) => lines(n, (i) => `k${i}:\n  a: 1\n  b: [c, "http://a${i}.io"]`),
    elements: (n) => `a:\n${lines(n, (i) => `  - name: a${i}\n    url: http://a.io`)}`,
    'anchors and aliases': (n) => `a: &a {b: 1}\n${lines(n, (i) => `k${i}: *a`)}`,
    comments: (n) => lines(n, (i) => `# k${i}: v`),
    documents: (n) => lines(n, (i) => `---\nk: v${i}`),
    'a long text': (n) => `a: |\n${lines(n, (i) => `  text ${i} http://a.io`)}`,
  }),
  ...shapesOf('.github/workflows/a.yml', {
    steps: (n) =>
      `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${lines(n, (i) => `      - run: echo \${{ github.event.a${i} }}\n      - uses: a/b@v${i}`)}`,
    jobs: (n) =>
      `on: push\njobs:\n${lines(n, (i) => `  j${i}:\n    needs: [j${i + 1}]\n    runs-on: x\n    steps:\n      - run: make`)}`,
    'one long run': (n) =>
      `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n${lines(n, (i) => `          echo ${i}`)}`,
  }),
  ...shapesOf('a.json', {
    entries: (n) => `{${row(n, (i) => `"k${i}": "v${i}"`, ',\n')}}\n`,
    elements: (n) => `[${row(n, (i) => `{"a": ${i}}`, ',')}]\n`,
    'one entry': (n) => `{${row(n, () => '"k": 1', ',')}}\n`,
  }),
  ...shapesOf('a.toml', {
    entries: (n) => lines(n, (i) => `k${i} = "v"`),
    tables: (n) => lines(n, (i) => `[t${i}]\na = 1`),
    'tables of one list': (n) => lines(n, (i) => `[[t]]\na = ${i}`),
  }),
  ...shapesOf('a.ini', {
    entries: (n) => lines(n, (i) => `k${i} = v`),
    sections: (n) => lines(n, (i) => `[s${i}]\na = 1`),
  }),
  ...shapesOf('a.xml', {
    elements: (n) => `<a>${lines(n, (i) => `<b c="${i}">text</b>`)}</a>\n`,
    rules: (n) =>
      `<group name="g">${lines(n, (i) => `<rule id="${100_000 + i}" level="3"><if_sid>${99_999 + i}</if_sid><field name="a.b">^x${i}$</field><description>d</description></rule>`)}</group>\n`,
    attributes: (n) => `<a ${row(n, (i) => `b${i}="c"`, ' ')}/>\n`,
    comments: (n) => `<a>${lines(n, (i) => `<!-- ${i} -->`)}</a>\n`,
    'elements without an end': (n) => '<a b="'.repeat(n),
  }),
  ...shapesOf('Dockerfile', {
    instructions: (n) => `FROM a\n${lines(n, (i) => `RUN echo ${i} && chmod 600 /f${i}\nENV A${i}=b`)}`,
    stages: (n) => lines(n, (i) => `FROM a AS s${i}\nCOPY --from=s${i - 1} /a /b`),
    'one long instruction': (n) => `FROM a\nRUN ${row(n, (i) => `echo ${i} \\\n  && `)}true\n`,
    'variables of each other': (n) =>
      `FROM a\nARG A0=b\n${lines(n, (i) => `ARG A${i + 1}=\${A${i}}\nRUN echo \${A${i}}`)}`,
  }),
  ...shapesOf('README.md', {
    sections: (n) => lines(n, (i) => `## Section ${i}\n\nDo not run \`chmod 777 f${i}\` here.\n`),
    'sections within each other': (n) => lines(n, (i) => `${'#'.repeat((i % 6) + 1)} S${i}\n\nText.\n`),
    paragraphs: (n) => lines(n, (i) => `A sentence of ${i}. Another one, see http://a${i}.io. And \`code\` too.\n`),
    'one paragraph': (n) => lines(n, (i) => `A sentence of ${i}, and so on.`),
    lists: (n) => lines(n, (i) => `- item ${i}: set the mode of \`/var/ossec/f${i}\` to 640`),
    'fenced code': (n) => lines(n, (i) => `\`\`\`bash\nsudo chmod 640 /f${i}\n\`\`\`\n`),
    'one fence': (n) => `\`\`\`bash\n${lines(n, (i) => `sudo chmod 640 /f${i}`)}\`\`\`\n`,
    tables: (n) => `| a | b |\n|---|---|\n${lines(n, (i) => `| /f${i} | 640 root:wazuh |`)}`,
    links: (n) => lines(n, (i) => `[a${i}](http://a${i}.io) ![b](c)`),
    'open brackets': (n) => '['.repeat(n),
    'open emphasis': (n) => '*a _b '.repeat(n),
    'open code': (n) => '`a '.repeat(n),
    quotes: (n) => lines(n, (i) => `> quoted ${i}`),
    'quotes within each other': (n) => `${'> '.repeat(n)}a\n`,
    'HTML elements': (n) => lines(n, (i) => `<p>a ${i}</p>`),
  }),
  ...shapesOf('docs/a.rst', {
    sections: (n) => lines(n, (i) => `Section ${i}\n==========\n\nText of it.\n`),
    blocks: (n) => lines(n, (i) => `.. code-block:: bash\n\n   chmod 640 f${i}\n`),
  }),
  ...shapesOf('.env', {
    entries: (n) => lines(n, (i) => `A${i}="b"`),
    secrets: (n) => lines(n, (i) => `PASSWORD_${i}=Xk${i}fkeJd83hdkQ${i}`),
  }),
  ...shapesOf('requirements.txt', { requirements: (n) => lines(n, (i) => `package${i}==1.${i}.0`) }),
  ...shapesOf('Makefile', { targets: (n) => lines(n, (i) => `t${i}: t${i + 1}\n\techo ${i}`) }),
  ...shapesOf('a.service', { settings: (n) => `[Service]\n${lines(n, (i) => `Environment=A${i}=b`)}` }),
]
