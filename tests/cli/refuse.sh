#!/usr/bin/env bash
# refuse.sh QUANZE - the township's letters, by the real program: five kinds to every kind of issuer, a basic duty that is never refused,
# no citation that is still to be verified, drafts marked as such, templates of a county's own and what is wrong with them.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LEDGER QUANZE_LANG
export QUANZE_LISTS=lists/demo QUANZE_RULES=rules QUANZE_CALENDAR=lists/calendar QUANZE_THESAURUS=lists/thesaurus
fail() { echo "refuse.sh: $*"; [ ! -s "$temp/err" ] || cat "$temp/err"; exit 1; }
kinds="refusal conditional time resources receipt"
fire=lists/demo/tasks/01-fire-form.yaml
final=(--number 木政函〔2026〕12号 --signer 张三 --date 2026-12-08)

# The letter as one line of words, lines of the page joined.
words() { sed 's/<[^>]*>//g' "$1" | tr -d '\n'; }
write() { # kind, task, further options: the letter in $temp/letter, its notes in $temp/err
  local kind=$1 task=$2
  shift 2
  rm -f "$temp/letter"
  "$quanze" refuse "$task" --variant "$kind" --township 木塘垸镇 --today 2026-11-22 --format html -o "$temp/letter" "$@" 2>"$temp/err"
}
says() { words "$temp/letter" | grep -qF -- "$1" || fail "$2: the letter does not say $1"; }
lacks() { ! words "$temp/letter" | grep -qF -- "$1" || fail "$2: the letter says $1"; }

# Every kind to every kind of issuer.
binding="central provincial_party_committee provincial_government city_party_committee city_government county_party_committee county_government"
for issuer in $(sed -n 's/^CHOICE(ISSUER_KIND, "\([a-z_]*\)".*/\1/p' engine/model/choice.def); do
  sed "s/kind: county_department/kind: $issuer/" "$fire" >"$temp/task.yaml"
  for kind in $kinds; do
    write "$kind" "$temp/task.yaml" "${final[@]}" || fail "$kind to $issuer: $?"
    if [[ " $binding " == *" $issuer "* ]]; then
      grep -q 'class="paper upward' "$temp/letter" || fail "$kind to $issuer is no upward paper"
      lacks 不予承接 "$kind to $issuer"
      says 签发人：张三 "$kind to $issuer"
      case $kind in time | resources) says 妥否，请批示。 "$kind to $issuer" ;; *) says 特此报告。 "$kind to $issuer" ;; esac
    else
      grep -q 'class="paper letter' "$temp/letter" || fail "$kind to $issuer is no letter"
      case $kind in refusal | conditional) says 特此函复。 "$kind to $issuer" ;; *) says 特此致函。 "$kind to $issuer" ;; esac
    fi
  done
done
sed '/^issuer:/d' "$fire" >"$temp/task.yaml"
! write refusal "$temp/task.yaml" || fail "refused one who may be the county government"
grep -q 来文单位性质 "$temp/err" || fail "it is not said that the kind of issuer must be known"
write receipt "$temp/task.yaml" || fail "a receipt to an unknown issuer: $?"
grep -q 来文单位未说明 "$temp/err" || fail "it is not said that the addressee is missing"

# What a refusal says: fact, authority, what is still done, the cure, the way on, the enclosures.
write refusal "$fire" "${final[@]}" --contact '李四 0000-1234567' || fail "refusal: $?"
for part in '你单位2023年12月7日《关于报送今冬明春消防工作资料的通知》于2023年12月7日9时30分收悉' 我镇对来文所交任务不予承接 \
  '1.报送时限过短。2023年12月7日9时30分收到，要求2023年12月7日16时前报送，只留了5.5个工作小时，至少16个。依据《国务院关于职工工作时间的规定》第三条、第六条。' \
  '《关于加强乡镇政府服务能力建设的意见》（中办发〔2017〕11号）关于' 继续组织网格巡查、上报线索 4.随任务拨付经费240元 \
  请于收到本函后5个工作日内函复 附件：1.准入审查结果 3.来文复印件 木塘垸镇人民政府（印章） 2026年12月8日 '（联系人：李四 0000-1234567）' \
  抄送：县委编办，县减负办。 木政函〔2026〕12号; do
  says "$part" "refusal"
done
lacks 草稿 "a final letter"

# It asks others only: the township has the paper itself, and what it received when.
sed -e '/^body:/,/^  资料/d' -e 's/, provided: 0, days/, days/' -e '/^received_at:/d' "$fire" >"$temp/task.yaml"
write refusal "$temp/task.yaml" "${final[@]}" || fail "a refusal with questions: $?"
says 下沉人员，请县消防救援大队说明 "a refusal with questions"
lacks 正文，请 "a refusal with questions"
lacks 收到时间，请 "a refusal with questions"

# A letter without number, signer or date is a draft, and says what it lacks.
for lack in --number --signer --date; do
  rest=()
  for ((i = 0; i < ${#final[@]}; i += 2)); do [ "${final[i]}" = "$lack" ] || rest+=("${final[@]:i:2}"); done
  write refusal "$fire" "${rest[@]}" || fail "without $lack: $?"
  says 草稿 "without $lack"
  grep -q '这是草稿' "$temp/err" || fail "without $lack: no note"
done

# No demo task, in no kind, has a citation as authority that was not read in its source; the notes name it.
written=0
for task in lists/demo/tasks/*.yaml; do
  "$quanze" screen "$task" --format json --today 2026-11-22 2>/dev/null >"$temp/verdict"
  sed -n 's/^ *"title": "\(.*\)",*$/\1/p; s/^ *"verified": "\(.*\)"$/=\1/p' "$temp/verdict" >"$temp/cites"
  awk '/^=/ { if ($0 == "=V") good[title] = 1; else bad[title] = 1; next } { title = $0 }
       END { for (t in bad) if (!(t in good)) print t }' "$temp/cites" >"$temp/unverified"
  for kind in $kinds; do
    write "$kind" "$task"
    code=$?
    [ "$code" -le 1 ] || fail "$kind of $task: $code"
    if [ "$code" = 1 ]; then
      [ ! -e "$temp/letter" ] || fail "$kind of $task: a file was left"
      grep -q '可以写：收文回执' "$temp/err" || fail "$kind of $task: what is open is not said"
      continue
    fi
    written=$((written + 1))
    lacks 待核 "$kind of $task"
    while read -r title; do lacks "《$title" "$kind of $task"; done <"$temp/unverified"
  done
done
[ "$written" -ge 60 ] || fail "only $written letters were written"
write refusal "$fire"
grep -q '理由1（TIME-001）有一条依据待核.*2019年3月' "$temp/err" || fail "the notes do not name what is to be verified"

# A basic duty is never refused, however bad the task; what is open instead is told.
sed 's/provided: 3000/provided: 0/; s/due_at: 2026-05-29/due_at: 2026-04-13T16:00/' lists/demo/tasks/12-basic-duty.yaml >"$temp/basic.yaml"
for issuer in county_department county_government county_party_committee; do
  sed "s/kind: county_department/kind: $issuer/" "$temp/basic.yaml" >"$temp/task.yaml"
  write refusal "$temp/task.yaml"
  [ $? = 1 ] || fail "a basic duty of $issuer was refused"
  grep -q '不能写“不予承接”：属乡镇基本履职事项' "$temp/err" || fail "the reason is not told"
  for open in '附条件承接（conditional）' '保障条件（resources）' '回执（receipt）'; do grep -qF "$open" "$temp/err" || fail "basic duty: $open is not offered"; done
  write resources "$temp/task.yaml" || fail "resources for a basic duty: $?"
  lacks 不予承接 "resources for a basic duty"
  lacks 实施单位 "resources for a basic duty"
  write conditional "$temp/task.yaml" || fail "conditions for a basic duty: $?"
  for words in 不表示同意 '后，我镇承接' 附条件承接; do lacks "$words" "conditions for a basic duty of $issuer"; done
done
write refusal "$temp/task.yaml" --lang en
grep -q 'cannot be written: it is a basic duty' "$temp/err" || fail "no English note"

# One row alone has no number; a report upwards asks for nothing; a basic duty is not weighed in its receipt.
write conditional lists/demo/tasks/10-county-government.yaml || fail "conditional of 10: $?"
lacks 1.人员未同步 "conditional of 10"
says 人员未同步。需要10人，随任务安排4人，缺6人 "conditional of 10"
says 我镇承接来文所交任务，建议同步落实下列条件。 "conditional of 10"
write refusal lists/demo/tasks/10-county-government.yaml || fail "refusal of 10: $?"
lacks 请予研究 "refusal of 10"
write receipt lists/demo/tasks/12-basic-duty.yaml || fail "receipt of 12: $?"
says 该事项属基本履职，我镇按职责办理。 "receipt of 12"
lacks 不表示同意承接 "receipt of 12"

# A paper with one heading alone does not count it: there would be a first without a second.
for kind in receipt resources conditional; do
  write "$kind" lists/demo/tasks/14-almost-empty.yaml || continue
  [ "$(sed 's/<[^>]*>/\n/g' "$temp/letter" | grep -c '^[一二三四五]、')" != 1 ] || fail "$kind of 14: a heading is counted alone"
done
write receipt lists/demo/tasks/14-almost-empty.yaml || fail "receipt of 14: $?"
says 下列情况来文未写明。1.乡镇要做的事，请县教育局说明。 "receipt of 14"

# What is done at once in an emergency is not called in doubt.
write conditional lists/demo/tasks/11-flood-emergency.yaml || fail "conditional of 11: $?"
says 该任务属应急处置，我镇先行开展 "conditional of 11"
lacks 不表示同意 "conditional of 11"

# Where there is no letter, the reason is told on the terminal also when the notes have a file of their own.
write refusal lists/demo/tasks/12-basic-duty.yaml --notes "$temp/notes"
[ $? = 1 ] || fail "a basic duty was refused"
for file in "$temp/notes" "$temp/err"; do grep -q '不能写“不予承接”' "$file" || fail "the reason is not in $file"; done

# Where nothing that can be changed would make a task admissible, the letter promises nothing, and no acceptance on conditions is open.
write refusal lists/demo/tasks/22-unlawful-building.yaml || fail "refusal of 22: $?"
says 建议作下列调整 22
lacks 可以承接 22
write resources lists/demo/tasks/22-unlawful-building.yaml || fail "resources of 22: $?"
says '需要行政强制权（城镇规划区内违法建设），来文没有安排，缺行政强制权' "resources of 22"
write conditional lists/demo/tasks/22-unlawful-building.yaml && fail "22 was accepted on conditions that do not cure it"
grep -q 没有补齐就能承接的条件 "$temp/err" || fail "22: the reason is not told"

# The circular that a source was read in stands in the notes, not in the letter.
write refusal lists/demo/tasks/09-separate-assessment.yaml || fail "refusal of 09: $?"
says '《整治形式主义为基层减负若干规定》第三部分（考核合并进行）' 09
lacks 通报引用 09
grep -q '见于转引：.*通报引用' "$temp/err" || fail "09: the notes do not tell where it was read"

# The same bytes twice; every format; a file of its own for the notes; a notice as it came.
"$quanze" refuse "$fire" --format docx -o "$temp/a.docx" --notes "$temp/notes" 2>"$temp/err" || fail "docx: $?"
[ ! -s "$temp/err" ] && grep -q 草稿 "$temp/notes" || fail "the notes are not in their file"
TZ=America/New_York "$quanze" refuse "$fire" --format docx -o "$temp/b.docx" 2>/dev/null
cmp "$temp/a.docx" "$temp/b.docx" || fail "other bytes in another time zone"
"$quanze" refuse lists/demo/notices/fire.txt --variant receipt --township 木塘垸镇 --today 2026-11-22 >"$temp/out" 2>/dev/null || fail "a notice: $?"
grep -q 只表示收到 "$temp/out" || fail "the receipt of a notice"

# What cannot be done is said.
code_of() { "$quanze" refuse "$@" --today 2026-11-22 >"$temp/out" 2>"$temp/err"; echo $?; }
[ "$(code_of "$fire" --variant refusel)" = 64 ] && grep -q 'refusal?' "$temp/err" || fail "an unknown kind"
[ "$(code_of lists/demo/tasks/03-recalled-renamed.yaml)" = 64 ] || fail "a task for several townships"
[ "$(code_of "$fire" --township 桃源镇)" = 64 ] || fail "an unknown township"
[ "$(code_of lists/demo/tasks/tasks.jsonl)" = 65 ] || fail "several tasks in a file"
[ "$(code_of "$fire" --date 2026-02-30)" = 64 ] || fail "a day that there is not"
[ "$(code_of "$temp/none.yaml")" = 66 ] || fail "no such file"

# A county's own words, and what is wrong with them.
mkdir -p "$temp/own/letters"
own=$temp/own/letters/refusal.txt
county() { printf '%s\n' "$@" >"$own"; "$quanze" refuse "$fire" --rules rules --rules "$temp/own" >"$temp/out" 2>"$temp/err"; }
county '【标题】关于{{matter}}的复函' '【主送】{{issuer}}：' '{{#grounds}}' '{{n}}.{{fact}}' '{{/grounds}}' '此复。' || fail "own template: $?"
grep -q 此复。 "$temp/out" || fail "the county's own words are not used"
wrong() { # words of the error, lines of the template
  local words=$1
  shift
  county "$@"
  [ $? = 65 ] || fail "template was taken: $*"
  grep -qF -- "$words" "$temp/err" || fail "not said: $words"
}
wrong 'refusal.txt:2:2: 没有“isuer”这个名字，是不是“issuer”' '【标题】一' '文{{isuer}}'
wrong 'refusal.txt:1:5: “fact”只能写在 {{#grounds}} 和 {{/grounds}} 之间' '【标题】{{fact}}'
wrong 'refusal.txt:2:1: “grounds”没有用 {{/grounds}} 结束' '【标题】一' '{{#grounds}}' '二'
wrong 'refusal.txt:2:1: {{/grounds}} 没有对应的开头' '【标题】一' '{{/grounds}}'
wrong 'refusal.txt:2:2: “{{”没有用“}}”结束' '【标题】一' '二{{issuer'
wrong 'refusal.txt:2:2: 没有【一级标体】这种段落，是不是【一级标题】' '【标题】一' '【一级标体】二'
wrong '没有写出【标题】' '正文'
wrong 'refusal.txt:1:5: “grounds”是一组内容' '【标题】{{grounds}}'

# rules lint tells it too, of every template, and of files that no letter uses.
printf '【标题】{{matter}}\n一{{isuer}}\n' >"$own"
printf '【标题】一\n{{#grounds}}\n' >"$temp/own/letters/time.txt"
printf '一\n' >"$temp/own/letters/refusel.txt"
"$quanze" rules lint --rules rules --rules "$temp/own" >"$temp/out" 2>&1
[ $? = 65 ] || fail "rules lint took wrong templates"
for words in 'refusal.txt:2:2' 'time.txt:2:1' 'refusel.txt'; do grep -qF "$words" "$temp/out" || { cat "$temp/out"; fail "rules lint: $words"; }; done
# Also of a folder that holds a county's letters and no rules; what was looked at is said.
"$quanze" rules lint --rules "$temp/own" >"$temp/out" 2>&1
[ $? = 65 ] || fail "rules lint took wrong templates of a folder without rules"
for words in 'refusal.txt:2:2' 'time.txt:2:1' 'refusel.txt' '规则文件 0 个、函的模板 3 个'; do grep -qF "$words" "$temp/out" || { cat "$temp/out"; fail "rules lint of letters alone: $words"; }; done
rm "$temp/own/letters/time.txt" "$temp/own/letters/refusel.txt"
printf '【标题】{{matter}}\n一\n' >"$own"
"$quanze" rules lint --rules "$temp/own" --format json >"$temp/out" 2>&1 || fail "rules lint of a good letter: $?"
grep -q '"letters": 1' "$temp/out" || fail "rules lint does not count as JSON"
mkdir "$temp/nothing"
"$quanze" rules lint --rules "$temp/nothing" >"$temp/out" 2>&1
[ $? = 66 ] || fail "rules lint of an empty folder"

# Words of a task are words: they make no part of a letter.
sed 's/^title: .*/title: "【标题】{{issuer}}关于一\\n【抄送】二的通知"/' "$fire" >"$temp/task.yaml"
county '【标题】甲' '{{title}}' || true
"$quanze" refuse "$temp/task.yaml" --rules rules --rules "$temp/own" >"$temp/out" 2>"$temp/err" || fail "a title like a template: $?"
grep -qF '【标题】{{issuer}}关于一 【抄送】二的通知' "$temp/out" || fail "a title became part of the letter"
