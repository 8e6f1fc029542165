/* test_pages.c - what is entered on pages: waivers by two people, corrections, answers to complaints, lists to be compared. */
#include <check.h>
#include <http/peer.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TASK                                                                                                                            \
    "id: t-1\ncomplete: true\ntitle: 关于报送消防检查资料的通知\nkind: form\nissuer: {name: 县消防救援大队, kind: " \
    "county_department}\n"                                                                                                              \
    "townships: [木塘垸镇]\nitem: C-014\nreceived_at: 2026-11-23T09:30\ndue_at: 2026-11-23T16:00\n"

enum { GATE, OTHER_GATE, LOOK, TOWN, PEOPLE };

static struct peer peer;
static struct peer_answer answer, other;
static char cookie[PEOPLE][160], form_token[PEOPLE][TOKEN_BYTES], token[160];

static unsigned get(int who, const char *path) {
    peer_get(&peer, path, cookie[who], &answer);
    return answer.status;
}

static unsigned post(int who, const char *path, const char *fields) {
    char form[2048];
    (void)snprintf(form, sizeof form, "form_token=%s&%s", form_token[who], fields);
    peer_post(&peer, path, cookie[who], PEER_FORM, form, &answer);
    return answer.status;
}

static bool shows(const char *text) { return strstr(answer.body, text) != NULL; }

/* Whether the rule of the deadline is waived for the task. */
static bool is_waived(void) {
    peer_post(&peer, "/v1/screen", token, "application/yaml", TASK, &answer);
    assert_int_equal(answer.status, 200);
    const char *rule = strstr(answer.body, "\"rule\":\"TIME-001\"");
    const char *status = rule ? strstr(rule, "\"status\":\"") : NULL; /* of the same finding: keys are sorted */
    return status && strncmp(status + 10, "waived", 6) == 0;
}

#define PROPOSAL                                                                                                               \
    "rule=TIME-001&department=%E5%8E%BF%E6%B6%88%E9%98%B2%E6%95%91%E6%8F%B4%E5%A4%A7%E9%98%9F+fire&valid_from=2026-11-01&"     \
    "valid_to=2026-12-31&reason=winter%09and+%3Cb%3E"

/* Whoever proposes a waiver cannot confirm it; confirmed by another it is in force at once; anybody of the desk may end it. */
static void a_waiver_takes_two_people(void **state) {
    (void)state;
    assert_false(is_waived());
    assert_int_equal(post(GATE, "/waivers", "rule=TIME-001&valid_from=2026-11-01&valid_to=2026-12-31&reason="), 409);
    assert_int_equal(post(GATE, "/waivers", "rule=TIME-001&valid_from=2026-12-31&valid_to=2026-11-01&reason=x"), 409);
    assert_int_equal(post(GATE, "/waivers", PROPOSAL), 303);
    assert_false(is_waived());
    assert_int_equal(get(GATE, "/waivers"), 200);
    assert_true(shows("winter and &lt;b&gt;"));
    assert_false(shows("value=\"confirm\""));
    assert_int_equal(post(GATE, "/waivers/desk-1", "step=confirm"), 409);
    assert_false(is_waived());
    assert_int_equal(get(LOOK, "/waivers"), 200);
    assert_false(shows("value=\"confirm\""));
    assert_int_equal(get(OTHER_GATE, "/waivers"), 200);
    assert_true(shows("value=\"confirm\""));
    assert_int_equal(post(OTHER_GATE, "/waivers/desk-1", "step=confirm"), 303);
    assert_true(is_waived());
    assert_int_equal(post(OTHER_GATE, "/waivers/desk-1", "step=refuse"), 409); /* decided already */
    assert_int_equal(post(OTHER_GATE, "/waivers/desk-9", "step=confirm"), 404);
    assert_int_equal(post(GATE, "/waivers/desk-1", "step=end"), 303);
    assert_true(is_waived()); /* today for the last time */
    assert_int_equal(get(LOOK, "/list?as_of=2026-11-23"), 200);
    assert_true(shows("winter and &lt;b&gt;"));
    assert_int_equal(get(LOOK, "/list?as_of=2026-11-24"), 200);
    assert_false(shows("winter and"));
}

/* What the list would not take is told to the one who proposes it; the reason names no file of the server. */
static void a_waiver_that_cannot_be_is_not_proposed(void **state) {
    (void)state;
    static const struct {
        const char *fields, *shown;
    } WRONG[] = {
        {"department=nobody&valid_from=2026-11-01&valid_to=2026-12-31&reason=x", "nobody"},
        {"township=nowhere&valid_from=2026-11-01&valid_to=2026-12-31&reason=x", "nowhere"},
        {"valid_from=2026-11-01&valid_to=2026-11-31&reason=x", "2026-11-31"},
        {"valid_from=2026-10-01&valid_to=2026-11-22&reason=x", "2026-11-22"}, /* it has passed */
    };
    for (size_t i = 0; i < COUNT(WRONG); i++) {
        char fields[256];
        (void)snprintf(fields, sizeof fields, "rule=TIME-001&%s", WRONG[i].fields);
        const unsigned status = post(GATE, "/waivers", fields);
        assert_true(status == 409 || status == 422);
        assert_true(shows(WRONG[i].shown));
        assert_false(shows("waivers.yaml") || shows(peer.folder));
    }
    assert_int_equal(get(GATE, "/waivers"), 200);
    assert_false(shows("desk-2"));
    assert_true(is_waived()); /* the first one is still in force */
}

/* A proposal that the list has outgrown: what the engine would not take changes nothing. */
static void a_waiver_that_cannot_be_is_not_confirmed(void **state) {
    (void)state;
    char path[128];
    (void)snprintf(path, sizeof path, "%s/waivers", peer.folder);
    FILE *notes = fopen(path, "a");
    assert_non_null(notes);
    (void)fputs("desk-2\tproposed\tTIME-001\tnobody\t\tx\t2026-11-01\t2026-12-31\t县编办/gate\t2026-11-23T09:30\t\t\n", notes);
    assert_int_equal(fclose(notes), 0);
    assert_int_equal(post(OTHER_GATE, "/waivers/desk-2", "step=confirm"), 422);
    assert_true(shows("nobody"));
    assert_false(shows("waivers.yaml"));
    assert_true(shows("value=\"confirm\"")); /* still to be decided */
    assert_int_equal(post(GATE, "/waivers/desk-2", "step=refuse"), 303);
    assert_true(is_waived());
}

/* Confirmed waivers are there again after the server has been started anew. */
static void waivers_outlive_the_server(void **state) {
    (void)state;
    static const char *const DAY[] = {"--today", "2026-11-23", NULL};
    assert_int_equal(peer_end(&peer), 0);
    peer_start_again(&peer, DAY);
    assert_true(is_waived());
    peer_sign_in(&peer, "gate", "own-gate-password", cookie[GATE]);
    peer_form_token(&peer, "/waivers", cookie[GATE], form_token[GATE]);
    peer_sign_in(&peer, "look", "own-look-password", cookie[LOOK]);
    peer_form_token(&peer, "/corrections", cookie[LOOK], form_token[LOOK]);
    peer_sign_in(&peer, "town", "own-town-password", cookie[TOWN]);
    peer_form_token(&peer, "/password", cookie[TOWN], form_token[TOWN]);
    assert_int_equal(get(GATE, "/waivers"), 200);
    assert_true(shows("desk-2"));
}

static void corrections_are_entered_and_done(void **state) {
    (void)state;
    static const char opened[] = "step=open&department=%E5%8E%BF%E6%B6%88%E9%98%B2%E6%95%91%E6%8F%B4%E5%A4%A7%E9%98%9F&"
                                 "ground=time_unreasonable&words=merge+the+forms&until=2026-12-15";
    assert_int_equal(post(LOOK, "/corrections", opened), 303);
    assert_int_equal(get(LOOK, "/corrections"), 200);
    other = answer;
    assert_int_equal(post(LOOK, "/corrections", opened), 303); /* a second click enters no second one */
    assert_int_equal(get(LOOK, "/corrections"), 200);
    assert_string_equal(answer.body, other.body);
    assert_true(shows(">整改中</td>") && shows("merge the forms"));
    assert_true(shows("<input type=\"radio\" name=\"number\" required form=\"step\" value=\"1\">") && shows("id=\"step\""));
    assert_int_equal(post(LOOK, "/corrections", "step=done&number=7&words=x"), 422);
    assert_int_equal(post(LOOK, "/corrections", "step=relapsed&number=1&words=again&until=2026-12-20"), 422); /* not done yet */
    assert_true(shows("value=\"1\" checked")); /* and stays chosen */
    assert_int_equal(post(LOOK, "/corrections", "step=done&number=1&words=merged"), 303);
    assert_int_equal(post(LOOK, "/corrections", "step=nothing&number=1&words=merged"), 422);
    assert_int_equal(post(LOOK, "/corrections", "step=relapsed&number=1&words=three+again&until=2026-12-20"), 303);
    assert_int_equal(get(LOOK, "/corrections?on=2026-11-22"), 200); /* the day before, there was nothing */
    assert_false(shows("three again") || shows("id=\"step\""));     /* nor is there a form without a row to choose */
    assert_int_equal(get(LOOK, "/corrections"), 200);
    assert_true(shows("three again"));
}

/* One form for all files: what is the circular's is taken for the circular and left aside for the others; what was asked stands
 * in the form again. */
static void a_circular_is_asked_with_its_words(void **state) {
    (void)state;
    peer_post(&peer, "/v1/screen?record=true", token, "application/yaml", TASK, &answer);
    assert_int_equal(answer.status, 200);
    assert_int_equal(get(LOOK, "/audit?month=2026-11&number=8&until=2026-12-30&file=docx"), 200);
    assert_int_equal(get(LOOK, "/audit?month=2026-11&number=8&until=2026-12-30&file=xlsx"), 200);
    assert_int_equal(get(LOOK, "/audit?month=2026-11&date=2026-01-01&file=xlsx"), 200);
    assert_int_equal(get(LOOK, "/audit?month=2026-11&date=2026-01-01&file=docx"), 400);
    assert_int_equal(get(LOOK, "/audit?month=2026-11&to=&compare=2026-10&number=8%22&until="), 200);
    assert_true(shows("<details open>") && shows("value=\"2026-10\"") && shows("value=\"8&quot;\""));
    assert_int_equal(get(LOOK, "/audit?month=2026-11&to=&compare="), 200);
    assert_false(shows("<details open>"));
}

/* A form sent several times before the first answer is there: each is told that it was done, and it was done once. */
static void assert_sent_often(const char *path, const char *fields) {
    enum { TIMES = 6 };
    int sockets[TIMES];
    char form[512], request[2048];
    (void)snprintf(form, sizeof form, "form_token=%s&%s", form_token[LOOK], fields);
    const int length = snprintf(request, sizeof request,
                                "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: " PEER_FORM "\r\nContent-Length: %zu\r\n%s\r\n%s",
                                path, strlen(form), cookie[LOOK], form);
    for (int i = 0; i < TIMES; i++) {
        sockets[i] = peer_connect(&peer);
        assert_true(peer_write(sockets[i], request, (size_t)length));
    }
    for (int i = 0; i < TIMES; i++) {
        assert_true(peer_read(sockets[i], &answer));
        assert_int_equal(answer.status, 303);
        (void)close(sockets[i]);
    }
}

static size_t count_rows(const char *kind) {
    size_t count = 0;
    peer_get(&peer, "/v1/ledger/log?limit=1000", token, &answer);
    assert_int_equal(answer.status, 200);
    for (const char *at = answer.body; (at = strstr(at, kind)) != NULL; at++) count++;
    return count;
}

static void an_impatient_hand_enters_once(void **state) {
    (void)state;
    peer_post(&peer, "/complaint", "", PEER_FORM, "words=an+impatient+hand", &answer);
    assert_int_equal(answer.status, 200);
    const size_t answers = count_rows("\"kind\":\"answer\""), corrections = count_rows("\"kind\":\"correction\"");
    assert_sent_often("/complaints/answer", "number=1&words=it+was+the+button");
    assert_int_equal(count_rows("\"kind\":\"answer\""), answers + 1);
    assert_sent_often("/corrections", "step=open&department=%E5%8E%BF%E6%B6%88%E9%98%B2%E6%95%91%E6%8F%B4%E5%A4%A7%E9%98%9F"
                                      "&words=the+button&until=2026-12-30");
    assert_int_equal(count_rows("\"kind\":\"correction\""), corrections + 1);
}

static void complaints_are_answered(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) { /* the second is the form loaded again, or another person: counted once */
        peer_post(&peer, "/complaint", "", PEER_FORM, "words=three+forms+a+day", &answer);
        assert_int_equal(answer.status, 200);
    }
    assert_true(shows("与第 1 条反映相同"));
    assert_int_equal(get(LOOK, "/complaints"), 200);
    assert_true(shows("同样的话本月 2 次，算一条") && shows("未答复 1 条"));
    assert_int_equal(post(LOOK, "/complaints/answer", "number=1&words="), 422);
    assert_int_equal(post(LOOK, "/complaints/answer", "number=8&words=merged"), 422);
    assert_int_equal(post(LOOK, "/complaints/answer", "number=1&words=they+are+one+now"), 303);
    assert_int_equal(get(LOOK, "/complaints"), 200);
    assert_true(shows("form=\"answer\" value=\"1\"") && shows("id=\"answer\""));
    assert_true(shows("three forms a day") && shows("they are one now"));
}

/* The page that an auditor opens is made before, once nothing moves any more; it is the one that would be made now: the file of
 * the same month, which nobody prepared, holds the same report. */
static void a_month_is_audited_before_it_is_asked_for(void **state) {
    static struct peer_answer page;
    (void)state;
    peer_post(&peer, "/v1/tasks", token, "application/json",
              "{\"id\":\"prepared\",\"title\":\"关于报送台账的通知\",\"townships\":[\"木塘垸镇\"],\"issuer\":{\"name\":"
              "\"县水利局\"},\"received_at\":\"2026-11-05T09:30\"}",
              &answer);
    assert_int_equal(answer.status, 200);
    peer_drain(&peer);
    peer.told[0] = '\0';
    assert_true(peer_tells(&peer, "\"audit prepared\""));
    assert_int_equal(get(LOOK, "/audit"), 200);
    page = answer;
    assert_int_equal(get(LOOK, "/audit?month=2026-11&file=html"), 200);
    char *from = strstr(answer.body, "<main>\n"), *to = from ? strstr(from, " id=\"tasks\"") : NULL;
    assert_non_null(to);
    assert_non_null(strstr(to, "prepared"));
    assert_non_null(strstr(page.body, "href=\"/tasks/prepared\"")); /* its rows lead on; those of a file cannot */
    *to = '\0';
    assert_non_null(strstr(page.body, from + 7));
}

static void enter_on(const char *id, const char *day) {
    char paper[320];
    (void)snprintf(paper, sizeof paper,
                   "{\"id\":\"%s\",\"title\":\"关于报送台账的通知\",\"townships\":[\"木塘垸镇\"],\"issuer\":{\"name\":"
                   "\"县水利局\"},\"received_at\":\"%sT09:30\"}",
                   id, day);
    peer_post(&peer, "/v1/tasks", token, "application/json", paper, &answer);
    assert_int_equal(answer.status, 200);
}

/* What is written of a later month leaves the report of a month that is over what it is: it is made once. */
static void a_month_that_is_over_is_audited_once(void **state) {
    (void)state;
    peer_drain(&peer);
    peer.told[0] = '\0';
    enter_on("of-october", "2026-10-05");
    assert_true(peer_tells(&peer, "\"audit prepared\",\"detail\":\"2026-10\""));
    assert_true(peer_tells(&peer, "\"audit prepared\",\"detail\":\"2026-11\""));
    peer_drain(&peer);
    peer.told[0] = '\0';
    enter_on("of-november", "2026-11-06");
    assert_true(peer_tells(&peer, "\"audit prepared\",\"detail\":\"2026-11\""));
    assert_null(strstr(peer.told, "\"detail\":\"2026-10\"")); /* which would have come first */
    assert_int_equal(get(LOOK, "/audit?month=2026-10"), 200);
    assert_true(shows("/tasks/of-october") && !shows("of-november"));
    enter_on("also-of-october", "2026-10-06");
    assert_int_equal(get(LOOK, "/audit?month=2026-10"), 200);
    assert_true(shows("/tasks/also-of-october"));
    assert_int_equal(get(LOOK, "/audit?month=2020-01"), 200);
    assert_true(shows("/audit?month=2019-12")); /* there are tasks, in other months */
}

static void an_item_shows_its_tasks(void **state) {
    (void)state;
    peer_post(&peer, "/v1/screen?record=true", token, "application/yaml", TASK, &answer);
    assert_int_equal(answer.status, 200);
    assert_int_equal(get(GATE, "/list/C-014"), 200);
    assert_true(shows("<a href=\"/tasks/t-1\">"));
    assert_int_equal(get(GATE, "/desk"), 200);
    assert_true(shows("<p class=\"on-paper\">县编办　2026-11-23</p>")); /* "due today" says nothing on a sheet without a day */
    assert_int_equal(get(TOWN, "/list/C-014"), 200);
    assert_false(shows("<a href=\"/tasks/t-1\">")); /* of another township */
    assert_int_equal(get(GATE, "/list/B-001"), 200);
    assert_false(shows("/tasks/t-1"));
    static const char second[] = "id: t-2\ntitle: 关于再报送消防检查资料的通知\nissuer: {name: 县消防救援大队}\nitem: C-014\n";
    peer_post(&peer, "/v1/tasks", token, "application/yaml", second, &answer);
    assert_int_equal(answer.status, 200);
    assert_int_equal(get(GATE, "/list/C-014?limit=1"), 200); /* all of them, page by page */
    assert_true(shows("/tasks/t-2") && !shows("/tasks/t-1"));
    char next[64] = "/list/C-014";
    const char *more = strstr(answer.body, "?before=");
    assert_non_null(more);
    (void)snprintf(next + strlen(next), sizeof next - strlen(next), "%.*s&limit=1", (int)strcspn(more, "\"&"), more);
    assert_int_equal(get(GATE, next), 200);
    assert_true(shows("/tasks/t-1") && !shows("/tasks/t-2") && !shows("\"?before=")); /* just full: the last page */
    assert_int_equal(get(GATE, "/desk?state=screened"), 200);
    assert_true(shows("/tasks/t-1") && shows("<option value=\"screened\" selected>"));
    assert_true(shows("href=\"?sort=overdue&amp;state=screened\"") &&
                shows("href=\"?sort=urgent&amp;state=screened\" aria-current"));
    assert_int_equal(get(GATE, "/desk?state=in_review"), 200);
    assert_false(shows("/tasks/t-1"));
}

/* A month is sealed with the key of the data folder, which is made once and stays; a month without rows cannot be. */
static void a_month_is_sealed(void **state) {
    (void)state;
    char command[160];
    assert_int_equal(post(LOOK, "/ledger/seals", "month=2020-01"), 422);
    assert_int_equal(post(LOOK, "/ledger/seals", ""), 422);
    assert_int_equal(post(LOOK, "/ledger/seals", "month=2026-11"), 303);
    assert_true(peer_goes_to(&answer, "/ledger/seals?month=2026-11"));
    assert_int_equal(post(LOOK, "/ledger/seals", "month=2026-11"), 303); /* the same form: done already */
    assert_int_equal(post(LOOK, "/ledger/seals", "month=2026-11&again=1"), 422);
    assert_true(shows("2026-11 已经封签（台账第 ") && shows("此后没有新的记录；月末过后再封"));
    assert_int_equal(get(LOOK, "/ledger/seals?month=2026-11"), 200);
    assert_true(shows("台账封签单"));
    assert_int_equal(get(GATE, "/ledger/seals"), 200);
    assert_true(shows("<a href=\"/ledger/seals?month=2026-11\">")); /* the sheet of the month */
    assert_int_equal(get(GATE, "/ledger/verify"), 200);
    assert_true(shows("封签 1 个"));
    (void)snprintf(command, sizeof command, "test \"$(stat -c %%a %s/seal.key)\" = 600", peer.folder);
    assert_int_equal(system(command), 0);
}

#define NOTICE                                                                                                                 \
    "%E5%85%B3%E4%BA%8E%E6%8A%A5%E9%80%81%E8%B5%84%E6%96%99%E7%9A%84%E9%80%9A%E7%9F%A5%0A%E6%9C%A8%E5%A1%98%E5%9E%B8%E9%95%87" \
    "%EF%BC%9A%0A%E8%AF%B7%E4%BA%8E2026%E5%B9%B411%E6%9C%8823%E6%97%A5%E5%89%8D%E6%8A%A5%E9%80%81%E8%B5%84%E6%96%99%E3%80%82"  \
    "%0A%E5%8E%BF%E6%B6%88%E9%98%B2%E6%95%91%E6%8F%B4%E5%A4%A7%E9%98%9F%0A2026%E5%B9%B411%E6%9C%8820%E6%97%A5"

/* After a correction the text still stands there; what was corrected is no longer said to have been read from it. */
static void the_text_stays_beside_its_corrections(void **state) {
    (void)state;
    assert_int_equal(post(GATE, "/screen", "text=" NOTICE), 200);
    assert_true(shows("<div class=\"notice\">") && shows("href=\"#fact-due_5Fat\"") && shows("id=\"fact-due_5Fat\""));
    assert_true(shows("id=\"t1-words-due_5Fat\""));
    assert_int_equal(
        post(GATE, "/screen", "again=yes&id=t-2&title=x&townships=%E6%9C%A8%E5%A1%98%E5%9E%B8%E9%95%87&body=" NOTICE), 200);
    assert_true(shows("<div class=\"notice\">") && shows("id=\"t1-words-townships\""));
    assert_int_equal(post(GATE, "/screen", "again=yes&id=t-2&title=x&townships=%E6%9F%B3%E6%BA%AA%E4%B9%A1&body=" NOTICE), 200);
    assert_true(shows("<div class=\"notice\">"));
    assert_false(shows("id=\"t1-words-townships\""));
    assert_int_equal(post(GATE, "/screen", "again=yes&id=t-2&title=x&opinion=yes&body=" NOTICE), 200); /* as a file */
    assert_memory_equal(answer.body, "PK", 2);
    assert_int_equal(post(GATE, "/screen", "again=yes&opinion=yes"), 422);
}

/* Two papers that are one, and one that is another. */
static void copies_are_found(void **state) {
    (void)state;
    assert_int_equal(post(TOWN, "/similar", ""), 422);
    assert_int_equal(post(TOWN, "/similar", "text=" NOTICE "&text=" NOTICE), 200);
    assert_true(shows("全文相同") && shows("<li>第1份.txt</li>") && shows("<li>第2份.txt</li>"));
    assert_int_equal(post(TOWN, "/similar", "text=" NOTICE "&text=something+else+altogether"), 200);
    assert_true(shows("2 件中没有发现重复"));
}

/* What was recorded is shown as it was, in Chinese; in English a page says so, and what the rule is called. */
static void a_record_keeps_its_words(void **state) {
    (void)state;
    assert_int_equal(get(GATE, "/tasks/t-1?lang=en"), 200);
    assert_true(shows("What was found is shown as it was recorded, in Chinese"));
    assert_true(shows("</b><br><span lang=\"zh-CN\">"));
    assert_int_equal(get(GATE, "/tasks/t-1"), 200);
    assert_false(shows("</b><br><span lang=\"zh-CN\">"));
}

/* On a page one person speaks for one person: another's approval cannot be written into a form. */
static void nobody_approves_for_another(void **state) {
    (void)state;
    assert_int_equal(get(GATE, "/tasks/t-1"), 200);
    assert_true(shows("<option value=\"no_power\">") && shows("href=\"/waivers\""));
    assert_int_equal(post(GATE, "/tasks/t-1/move", "state=admitted&why=x&approved_by=%E5%8E%BF%E7%BC%96%E5%8A%9E%2Fgate2"),
                     409);
    assert_int_equal(post(GATE, "/tasks/t-1/move", "state=returned&why=x"), 303);
}

static unsigned hand_in(const char *name, const char *content) {
    char body[4096];
    (void)snprintf(body, sizeof body,
                   "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: "
                   "form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n",
                   form_token[GATE], name, content);
    peer_post(&peer, "/list/diff", cookie[GATE], "multipart/form-data; boundary=b", body, &answer);
    return answer.status;
}

static size_t files_of(const char *folder) {
    char command[160];
    (void)snprintf(command, sizeof command, "ls %s | grep -c upload", folder);
    FILE *out = popen(command, "r");
    unsigned count = 99;
    assert_non_null(out);
    assert_int_equal(fscanf(out, "%u", &count), 1);
    (void)pclose(out);
    return count;
}

/* What a list says is no basis for a day before it: what was found in it says so as the list does. */
static void a_search_says_that_the_list_was_not_in_force(void **state) {
    (void)state;
    assert_int_equal(get(TOWN, "/list?find=%E6%B6%88%E9%98%B2%E6%A3%80%E6%9F%A5"), 200);
    assert_true(shows("消防安全检查") && !shows("还没有施行"));
    assert_int_equal(get(TOWN, "/list?find=%E6%B6%88%E9%98%B2%E6%A3%80%E6%9F%A5&as_of=2020-01-01"), 200);
    assert_true(shows("消防安全检查") && shows("2020-01-01 这份清单还没有施行"));
}

/* A new list is compared and nothing of it stays. */
static void lists_are_compared(void **state) {
    (void)state;
    assert_int_equal(get(TOWN, "/list/diff?from=2026-01-01&to=2026-11-01"), 200);
    assert_true(shows("<h1>"));
    assert_int_equal(get(TOWN, "/list/diff?from=yesterday&to=2026-11-01"), 422);
    /* a power runs out in between; the tasks are looked through when that is asked for, by those who see them all */
    static const char link[] = "<a href=\"?from=2026-01-01&amp;to=2028-06-01&amp;tasks=1\">";
    assert_int_equal(get(TOWN, "/list/diff?from=2026-01-01&to=2028-06-01&tasks=1"), 200);
    assert_true(shows("收回的权力") && !shows(link) && !shows("看了台账"));
    assert_int_equal(get(GATE, "/list/diff?from=2026-01-01&to=2028-06-01"), 200);
    assert_true(shows("收回的权力") && shows(link) && !shows("看了台账"));
    assert_int_equal(get(GATE, "/list/diff?from=2026-01-01&to=2028-06-01&tasks=1"), 200);
    assert_true(shows("看了台账中在办的任务") && !shows(link));
    assert_int_equal(get(GATE, "/list/diff?from=2026-01-01&to=2026-11-01"), 200);
    assert_false(shows("再看每处改动")); /* there is no difference */
    assert_int_equal(get(GATE, "/list/diff?from=2026-01-01&to=2028-06-01&tasks=x"), 400);
    assert_int_equal(hand_in("new.yaml",
                             "format: quanze/list/1\nid: fresh\ntitle: 新清单\ncounty: 示例县\nvalid_from: 2027-01-01\n"
                             "items:\n  - {id: B-001, kind: basic, name: 新的事项}\n"),
                     200);
    assert_true(shows("新的事项") && shows("消防安全检查"));
    assert_true(shows("<h3><a href=\"/list/C-014\">") && shows("<a href=\"/tasks/t-1\">")); /* dropped; a task is on it */
    assert_false(shows("<a href=\"/list/B-001\">新的事项"));
    assert_int_equal(hand_in("new.yaml", "format: quanze/list/1\nid: fresh\nitems: 3\n"), 422);
    assert_true(shows("role=\"alert\""));
    assert_int_equal(hand_in("../../new.exe", "x"), 422);
    assert_int_equal(files_of(peer.folder), 0);
}

static int start(void **state) {
    (void)state;
    static const char *const DAY[] = {"--today", "2026-11-23", NULL};
    static const struct {
        const char *name, *office;
        enum role role;
    } PERSONS[PEOPLE] = {[GATE] = {"gate", "县编办", ROLE_GATEKEEPER},
                         [OTHER_GATE] = {"gate2", "县编办", ROLE_GATEKEEPER},
                         [LOOK] = {"look", "县审计局", ROLE_AUDITOR},
                         [TOWN] = {"town", "柳溪乡", ROLE_TOWNSHIP}};
    char password[PEOPLE][TOKEN_BYTES], secret[TOKEN_BYTES];
    peer_start(&peer, DAY);
    peer_account(&peer, "program", ROLE_GATEKEEPER, "县编办", true, secret);
    (void)snprintf(token, sizeof token, "Authorization: Bearer %s\r\n", secret);
    for (int who = 0; who < PEOPLE; who++)
        peer_account(&peer, PERSONS[who].name, PERSONS[who].role, PERSONS[who].office, false, password[who]);
    for (int who = 0; who < PEOPLE; who++) {
        peer_sign_in(&peer, PERSONS[who].name, password[who], cookie[who]);
        peer_form_token(&peer, "/password", cookie[who], form_token[who]);
    }
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_waiver_takes_two_people),
        cmocka_unit_test(a_waiver_that_cannot_be_is_not_proposed),
        cmocka_unit_test(a_waiver_that_cannot_be_is_not_confirmed),
        cmocka_unit_test(waivers_outlive_the_server),
        cmocka_unit_test(corrections_are_entered_and_done),
        cmocka_unit_test(complaints_are_answered),
        cmocka_unit_test(an_impatient_hand_enters_once),
        cmocka_unit_test(a_circular_is_asked_with_its_words),
        cmocka_unit_test(a_month_is_audited_before_it_is_asked_for),
        cmocka_unit_test(a_month_that_is_over_is_audited_once),
        cmocka_unit_test(an_item_shows_its_tasks),
        cmocka_unit_test(a_search_says_that_the_list_was_not_in_force),
        cmocka_unit_test(lists_are_compared),
        cmocka_unit_test(a_month_is_sealed),
        cmocka_unit_test(copies_are_found),
        cmocka_unit_test(a_record_keeps_its_words),
        cmocka_unit_test(nobody_approves_for_another),
        cmocka_unit_test(the_text_stays_beside_its_corrections),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
