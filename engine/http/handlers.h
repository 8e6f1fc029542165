/* handlers.h - what answers each route; every function is in the table of routes.c once. */
#ifndef HTTP_HANDLERS_H
#define HTTP_HANDLERS_H

#include <http/call.h>

/* probe.c */
void answer_health(struct call *call);
void answer_ready(struct call *call);
void answer_metrics(struct call *call);
void answer_start(struct call *call);
void answer_style(struct call *call);
void answer_icon(struct call *call);
void answer_script(struct call *call);

/* sign.c */
void answer_login_page(struct call *call);
void answer_login(struct call *call);
void answer_logout(struct call *call);
void answer_password_page(struct call *call);
void answer_password(struct call *call);

/* admin.c */
void answer_admin(struct call *call);
void answer_admin_reload(struct call *call);
void answer_admin_add(struct call *call);
void answer_admin_reset(struct call *call);
void answer_admin_disable(struct call *call);

/* api_screen.c */
void answer_api_screen(struct call *call);
void answer_api_read(struct call *call);
void answer_api_similar(struct call *call);

/* api_list.c */
void answer_api_list(struct call *call);
void answer_api_item(struct call *call);
void answer_api_list_lint(struct call *call);
void answer_api_list_lint_handed_in(struct call *call);
void answer_api_list_import(struct call *call);
void answer_api_list_diff(struct call *call);
void answer_api_list_diff_handed_in(struct call *call);

/* api_rules.c */
void answer_api_rules_lint(struct call *call);
void answer_api_rules_lint_handed_in(struct call *call);
void answer_api_rules_test(struct call *call);
void answer_api_rules_test_handed_in(struct call *call);
void answer_api_rules_coverage(struct call *call);
void answer_api_rules_coverage_handed_in(struct call *call);
void answer_api_rules_replay(struct call *call);
void answer_api_rules_replay_handed_in(struct call *call);

/* api_look.c */
void answer_api_search(struct call *call);
void answer_api_rules(struct call *call);
void answer_api_rule(struct call *call);
void answer_api_facts(struct call *call);
void answer_api_schema(struct call *call);
void answer_api_log(struct call *call);
void answer_api_verify(struct call *call);
void answer_api_seals(struct call *call);
void answer_api_task(struct call *call);
void answer_api_tasks(struct call *call);
void answer_api_description(struct call *call);
void answer_api_due(struct call *call);
void answer_api_complaints(struct call *call);

/* api_letter.c */
void answer_api_letter(struct call *call);
void answer_api_refuse(struct call *call);

/* api_desk.c */
void answer_api_waivers(struct call *call);
void answer_api_waiver_propose(struct call *call);
void answer_api_waiver_confirm(struct call *call);
void answer_api_waiver_refuse(struct call *call);
void answer_api_waiver_end(struct call *call);
void answer_api_seal(struct call *call);
void answer_api_proof(struct call *call);

/* api_correction.c */
void answer_api_corrections(struct call *call);
void answer_api_correct(struct call *call);
void answer_api_corrected(struct call *call);
void answer_api_relapsed(struct call *call);
void answer_api_complaint_answer(struct call *call);

/* api_user.c */
void answer_api_users(struct call *call);
void answer_api_user_add(struct call *call);
void answer_api_user_reset(struct call *call);
void answer_api_user_disable(struct call *call);

/* api_write.c */
void answer_api_move(struct call *call);
void answer_api_add(struct call *call);
void answer_api_complain(struct call *call);

/* screen_page.c */
void answer_screen_page(struct call *call);
void answer_screen(struct call *call);

/* similar_page.c */
void answer_similar_page(struct call *call);
void answer_similar(struct call *call);

/* task_page.c */
void answer_inbox(struct call *call);
void answer_sent(struct call *call);
void answer_desk(struct call *call);
void answer_task(struct call *call);
void answer_move(struct call *call);
void answer_letter(struct call *call);
void answer_opinion(struct call *call);
void answer_proof(struct call *call);

/* book_page.c */
void answer_list(struct call *call);
void answer_item(struct call *call);
void answer_rules(struct call *call);
void answer_rule(struct call *call);
void answer_rule_try(struct call *call);

/* list_page.c */
void answer_list_diff(struct call *call);
void answer_list_handed_in(struct call *call);

/* ledger_page.c */
void answer_ledger(struct call *call);
void answer_verify(struct call *call);
void answer_due(struct call *call);
void answer_ledger_export(struct call *call);
void answer_ledger_backup(struct call *call);

/* seal_page.c */
void answer_seals(struct call *call);
void answer_seal(struct call *call);

/* waiver_page.c */
void answer_waivers(struct call *call);
void answer_waiver_propose(struct call *call);
void answer_waiver_step(struct call *call);

/* correction_page.c */
void answer_corrections(struct call *call);
void answer_correct(struct call *call);

/* complaint_page.c */
void answer_complaints(struct call *call);
void answer_complaint_answer(struct call *call);
void answer_complaint_page(struct call *call);
void answer_complaint(struct call *call);

/* audit_page.c */
void answer_audit(struct call *call);
void answer_api_audit(struct call *call);

#endif
