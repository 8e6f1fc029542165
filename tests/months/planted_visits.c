/* planted_visits.c - visits, assessments, rankings, meetings that crowd.
 * Source: S001-06, S001-15, S001-17, S001-18, S001-41, S001-44, S003-04, S003-21, S003-22, S004-12; the circular on seven
 * visits.
 */
#include <months/month.h>

static void plant_crowded_day(struct archive *archive) {
    static const struct {
        const char *department, *kind, *title, *called, *item;
    } VISITS[] = {{"agriculture", "inspection", "关于检查粮油新品种推广的函（粮油站）", "检查", "B-098"},
                  {"agriculture", "inspection", "关于查看油菜技术培训的函（经作站）", "检查", "B-098"},
                  {"revitalise", "inspection", "关于督导迎接省级检查准备的函", "检查", "C-028"},
                  {"revitalise", "acceptance", "关于户厕问题摸排验收的函", "验收", "C-028"},
                  {"safety-office", "inspection", "关于开展安全生产巡查的函", "检查", "C-006"}};
    struct plant *plant = archive_plant(archive, 2, "departments_same_day", "S001-17", "木塘垸镇一天迎接三个部门五批人");
    for (int i = 0; i < 5; i++) {
        struct paper *paper =
            plant_sow(archive, plant,
                      &(struct sowing){archive_at(2, 16, 9 + i, 10), VISITS[i].department, VISITS[i].kind, "木塘垸镇",
                                       VISITS[i].title, "'actions':[]", 0, VISITS[i].item, "letter", NULL});
        buf_printf(
            &paper->more,
            ",\"inspection\":{\"plan_no\":\"示督〔2026〕%d号\",\"at\":\"2026-10-20T%02d:00\",\"called\":\"%s\",\"runs\":1}",
            70 + i, i % 2 ? 14 : 9, VISITS[i].called);
    }
}

static void plant_many_visits(struct archive *archive) {
    static const char *const WHAT[] = {"小区车棚", "沿街晾晒", "农贸市场外摊", "临街招牌",
                                       "夜市油烟", "公厕保洁", "背街小巷路灯"};
    struct plant *plant = archive_plant(archive, 2, "department_visits", "S001-16", "城管部门两个月到东河街道七次");
    for (int i = 0; i < 7; i++) {
        const int64_t at = archive_workday(archive, 1 + i / 4, 4 + 4 * (i % 4), 9 * 60);
        char day[12];
        day_format(day_of_minute(archive_later(archive, at, 2)), day);
        struct paper *paper = plant_sow(
            archive, plant,
            &(struct sowing){at, "urban", "inspection", "东河街道", "关于检查", "'actions':[]", 0, "C-052", "letter", NULL});
        buf_printf(&paper->title, "%s的函", WHAT[i]);
        buf_printf(&paper->more,
                   ",\"inspection\":{\"plan_no\":\"示督〔2026〕%d号\",\"at\":\"%sT15:00\",\"called\":\"检查\",\"runs\":1}", 90,
                   day);
    }
}

static void plant_unplanned(struct archive *archive) {
    static const struct {
        int month, day;
        const char *department, *to, *title, *item;
    } SENT[] = {{0, 5, "water", "黄土岭镇", "关于检查山塘渠道管护的函", "C-017"},
                {0, 20, "industry", "马鞍镇", "关于查看企业走访记录的函", "B-056"},
                {0, 25, "commerce", "新安镇", "关于检查农村物流点台账的函", "C-045"},
                {1, 2, "culture", "九龙镇", "关于暗访文化站开放的函", "B-113"},
                {1, 17, "labour", "云盘镇", "关于检查就业驿站的函", "B-071"},
                {2, 12, "veterans", "沙坪乡", "关于检查服务站制度上墙的函", "B-069"},
                {2, 22, "publicity", "大坪乡", "关于督导实践站活动留痕的函", "B-075"}};
    for (int month = 0; month < MONTHS; month++) {
        struct plant *plant = archive_plant(archive, month, "unplanned", "S001-15", "未列入计划、未报备的检查");
        for (size_t i = 0; i < sizeof SENT / sizeof *SENT; i++)
            if (SENT[i].month == month) {
                const int64_t at = archive_at(month, SENT[i].day, 8, 50);
                char day[12];
                day_format(day_of_minute(archive_later(archive, at, 2)), day);
                struct paper *paper =
                    plant_sow(archive, plant,
                              &(struct sowing){at, SENT[i].department, "inspection", SENT[i].to, SENT[i].title, "'actions':[]",
                                               0, SENT[i].item, "letter", NULL});
                buf_printf(&paper->more, ",\"inspection\":{\"plan_no\":\"none\",\"at\":\"%sT10:00\",\"called\":\"检查\"}", day);
            }
    }
}

static void plant_assessments(struct archive *archive) {
    static const struct {
        int month;
        const char *department, *title, *item;
    } SENT[] = {
        {0, "emergency", "关于考核灾情报告准备的通知", "B-117"},   {0, "medical", "关于考核医保参保动员的通知", "C-005"},
        {1, "environment", "关于考核秸秆禁烧的通知", "C-003"},     {1, "publicity", "关于考核文明实践的通知", "B-075"},
        {2, "political-legal", "关于考核平安建设的通知", "B-091"}, {2, "statistics", "关于考核统计台账的通知", "B-025"}};
    struct plant *plant =
        archive_plant(archive, 2, "assessments", "S003-21", "石桥镇三个月被六个部门单独考核，群众满意度只占两成");
    for (int i = 0; i < 6; i++)
        (void)plant_sow(
            archive, plant,
            &(struct sowing){
                archive_workday(archive, SENT[i].month, 6 + i, 10 * 60 + 20), SENT[i].department, "assessment", "石桥镇",
                SENT[i].title,
                "'actions':['prepare'],'assessment':{'linked':true,'separate':true,'satisfaction_weight':0.2,"
                "'sample_ratio':0.05,'indicators':48,'full_marks':1000},'demands':{'dossier':['plan','ledger','minutes',"
                "'photos','summary','publicity']}",
                8, SENT[i].item, "letter", NULL});
}

static void plant_rankings(struct archive *archive) {
    for (int month = 0; month < MONTHS; month++) {
        struct plant *plant = archive_plant(archive, month, "rankings", "S001-41", "按月排名通报参保进度、禁烧火点");
        (void)plant_sow(archive, plant,
                        &(struct sowing){archive_workday(archive, month, 15, 16 * 60), "medical", "document", "",
                                         month == 0   ? "关于七月参保进度排名的通报"
                                         : month == 1 ? "关于医保参保情况排名通报"
                                                      : "关于九月居民医保缴费排位的通报",
                                         "'actions':[],'ranking':{'every':'monthly'},'assessment':{'linked':true}", -1, "C-005",
                                         "letter", "cooperating"});
        if (month > 0)
            (void)plant_sow(archive, plant,
                            &(struct sowing){archive_workday(archive, month, 17, 15 * 60), "environment", "document", "",
                                             month == 1 ? "关于禁烧火点数排名的通报" : "关于十月份露天焚烧名次的通报",
                                             "'actions':[],'ranking':{'every':'monthly'}", -1, "C-003", "letter",
                                             "cooperating"});
    }
}

static void plant_meetings(struct archive *archive) {
    static const struct {
        const char *department, *kind, *title, *item;
    } MEETINGS[] = {{"traffic", "dispatch_meeting", "关于召开路域整治调度会的通知", "B-111"},
                    {"resources", "coordination_meeting", "关于召开护林巡山协调会的通知", "C-030"},
                    {"civil", "dispatch_meeting", "关于召开留守老人探访调度会的通知", "B-064"}};
    struct plant *plant =
        archive_plant(archive, 1, "meetings_same_day", "S003-04", "白鹭镇一天要赶三个会，都以调度会、协调会为名");
    for (int i = 0; i < 3; i++) {
        struct paper *paper =
            plant_sow(archive, plant,
                      &(struct sowing){archive_at(1, 9, 10 + i, 30), MEETINGS[i].department, MEETINGS[i].kind, "白鹭镇",
                                       MEETINGS[i].title, NULL, 0, MEETINGS[i].item, "group_message", NULL});
        buf_printf(&paper->more,
                   ",\"meeting\":{\"at\":\"2026-09-11T%02d:00\",\"hours\":2,\"called_by\":\"deputy\",\"agenda\":\"进度\","
                   "\"measures\":\"排期\","
                   "\"attendees\":[\"分管负责人\"]",
                   9 + 3 * i);
    }
}

void planted_visits(struct archive *archive) {
    plant_crowded_day(archive);
    plant_many_visits(archive);
    plant_unplanned(archive);
    plant_assessments(archive);
    plant_rankings(archive);
    plant_meetings(archive);
}
