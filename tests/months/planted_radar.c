/* planted_radar.c - burden in disguise: renewed, reworded, split, sent by another, swapped, informal, renamed, handed back,
 * shifted. Source: S001-01, S001-16, S001-58, S003-12, S004-04 and the rebound tricks that circulars report.
 */
#include <months/month.h>

static void plant_renewals(struct archive *archive) {
    static const struct {
        int month, day;
        const char *title, *end;
    } ROUNDS[] = {{0, 6, "关于抽调人员参加自建房整治驻点值守的通知", "'end_at':'2026-08-31'"},
                  {1, 2, "关于再次抽调人员参加自建房整治驻点值守的通知", "'end_at':'2026-09-30'"},
                  {2, 9, "关于补充抽调人员参加自建房整治驻点值守的通知", "'end_at':'2026-10-31'"}};
    struct paper *rounds[3];
    for (int i = 0; i < 3; i++) {
        rounds[i] = plant_sow(archive, NULL,
                              &(struct sowing){archive_at(ROUNDS[i].month, ROUNDS[i].day, 10, 0), "housing", "duty_post",
                                               "板桥镇 新安镇 东河街道 南湖街道", ROUNDS[i].title, ROUNDS[i].end, 10, "C-002",
                                               "letter", "cooperating"});
        paper_facts(rounds[i], "'actions':['guard'],'demands':{'secondment':2},'staff':{'required':2,'provided':0,'days':20}");
    }
    for (int month = 1; month < 3; month++) {
        struct plant *plant = archive_plant(archive, month, "renewed", "S004-04", "临时抽调到期没有退出，改个说法续发");
        for (int i = 0; i <= month; i++) plant_add(plant, rounds[i]);
    }
}

#define ENTERPRISES                                                                                                                                          \
    "请各乡镇逐户了解辖区企业用工、缺工、工资发放和参保情况，按户填写用工调查表，每月二十五日前汇总报送，" \
    "并对缺工十人以上的企业建立台账、落实专人联系。调查内容包括用工总数、本地用工数、缺工岗位、月平均工资和社会保险参加情况。"

static void plant_reworded(struct archive *archive) {
    struct plant *plant;
    struct paper *first =
        plant_sow(archive, NULL,
                  &(struct sowing){archive_at(1, 3, 9, 40), "labour", "survey", "", "关于开展企业用工月调查的通知",
                                   "'actions':['collect_data','report'],'demands':{'forms':[{'name':'企业用工调查表',"
                                   "'fields':['用工数','缺工数','月均工资'],'every':'monthly'}]}",
                                   8, "C-079", "letter", "cooperating"});
    struct paper *again =
        plant_sow(archive, NULL,
                  &(struct sowing){archive_at(2, 12, 9, 15), "labour", "material", "", "关于协助掌握企业用工服务情况的函",
                                   "'actions':['collect_data','report']", 9, "C-079", "letter", "cooperating"});
    buf_put_text(&first->body, "各乡镇（街道）：\n" ENTERPRISES "\n");
    buf_put_text(&again->body, "各乡镇（街道）：\n为优化用工服务，" ENTERPRISES "谢谢支持。\n");
    archive_move(archive, &(struct move){first, archive_at(1, 4, 10, 0), "received_unadmitted", "清泉镇/综合办",
                                         "未经准入直接下发", NULL, NULL});
    archive_move(archive, &(struct move){first, archive_at(1, 7, 15, 0), "refusal_sent", "清泉镇/综合办", "调查表没有批准文号",
                                         "form_no_approval", "中华人民共和国统计法第十七条"});
    plant = archive_plant(archive, 2, "resent_reworded", "S003-12", "调查表没有文号被拒，次月换成“协助掌握情况”再发");
    plant_add(plant, first);
    plant_add(plant, again);
}

#define CARBON_0                                                                                                                                             \
    "为摸清全县碳排放家底，现决定由各乡镇（街道）建立企业碳排放台账，八月底前完成首次填报，以后逐月更新，" \
    "乡镇主要负责人为第一责任人，年底抽查台账质量，抽查结果在全县通报，漏报错报的限期改正，并将台账装订存档备查。"
#define CARBON_1 "请逐户登记规模以上企业的煤炭、电力、天然气和成品油消费量，核对发票和库存，按品种分月填写登记册。"
#define CARBON_2 "请对照排放因子逐户测算碳排放量，形成核算底稿，对异常波动的到现场查看计量器具，装订成册。"
#define CARBON_3 "请组织网格员每周巡查节能设施运行状况，拍摄照片上传，发现停用当日上报，并督促张贴标识。"

static void plant_split(struct archive *archive) {
    static const char *const PARTS[][2] = {
        {"关于登记企业能源消费的函", CARBON_1}, {"关于测算企业碳排放的函", CARBON_2}, {"关于巡查企业节能设施的函", CARBON_3}};
    struct paper *whole =
        plant_sow(archive, NULL,
                  &(struct sowing){archive_at(1, 10, 15, 20), "statistics", "survey", "", "关于建立企业碳排放台账的通知",
                                   "'actions':['collect_data','report'],'demands':{'forms':[{'name':'企业碳排放台账',"
                                   "'fields':['能源品种','消费量','排放量']}],'photos':true}",
                                   7, "C-027", "letter", "cooperating"});
    buf_put_text(&whole->body, CARBON_0 "\n" CARBON_1 "\n" CARBON_2 "\n" CARBON_3 "\n");
    archive_move(archive, &(struct move){whole, archive_at(1, 18, 10, 0), "refused", "县减负办/审核岗", "统计调查没有批准文号",
                                         "form_no_approval", "中华人民共和国统计法第十七条"});
    struct plant *plant = archive_plant(archive, 2, "resent_split", "S003-12", "碳排放台账被拒后拆成登记、测算、巡查三件下发");
    plant_add(plant, whole);
    for (int i = 0; i < 3; i++) {
        struct paper *part =
            plant_sow(archive, plant,
                      &(struct sowing){archive_at(2, 13 + i, 14, 50), "statistics", "material", "", PARTS[i][0],
                                       "'actions':['collect_data','report']", 8, "C-027", "letter", "cooperating"});
        buf_printf(&part->body, "%s\n", PARTS[i][1]);
    }
}

#define WALKING                                                                                                                               \
    "请组织辖区干部群众下载注册“同行”小程序，每名干部动员三十人，每天登录打卡，参加积分排名，" \
    "每周转发不少于三条内容，注册进度按日通报。"

static void plant_other(struct archive *archive) {
    static const struct {
        int month, day;
        const char *department, *title;
    } SENT[] = {{0, 19, "veterans", "关于推广使用“同行”小程序的通知"},
                {1, 16, "youth", "关于动员青年注册使用“同行”小程序的通知"}};
    struct paper *papers[2];
    for (int i = 0; i < 2; i++) {
        papers[i] = plant_sow(
            archive, archive_plant(archive, SENT[i].month, "recalled", "S003-11", "政务应用装机打卡是收回的事项，又下到乡镇"),
            &(struct sowing){archive_at(SENT[i].month, SENT[i].day, 11, 10), SENT[i].department, "mini_program", "",
                             SENT[i].title,
                             "'actions':['mobilise'],'demands':{'apps':[{'name':'同行','install_quota':1500,"
                             "'check_in':true,'points':true,'every':'daily','forwards':true}]}",
                             10, "R-013", "letter", "main"});
        buf_put_text(&papers[i]->body, WALKING "\n");
    }
    archive_move(archive, &(struct move){papers[0], archive_at(0, 24, 10, 0), "refused", "县减负办/审核岗",
                                         "装机指标、打卡积分已收回", "recalled_item", "R-013"});
    struct plant *plant = archive_plant(archive, 1, "resent_by_other", "S001-33", "小程序推广被拒，改由另一个单位再发");
    plant_add(plant, papers[0]);
    plant_add(plant, papers[1]);
}

static void plant_swap(struct archive *archive) {
    struct plant *plant =
        archive_plant(archive, 2, "roles_swapped", "S004-04", "道路交通安全劝导由公安牵头，来文改成乡镇负主体责任");
    (void)plant_sow(
        archive, plant,
        &(struct sowing){archive_at(1, 7, 10, 30), "police", "patrol", "", "关于做好农村道路交通安全劝导站值班的通知",
                         "'actions':['patrol','report'],'training':{'date':'2026-09-09','hours':2},'start_at':'2026-09-14'", 15,
                         "C-022", "letter", "cooperating"});
    (void)plant_sow(
        archive, plant,
        &(struct sowing){archive_at(2, 14, 10, 30), "police", "patrol", "", "关于压实农村道路交通安全属地责任的通知",
                         "'actions':['patrol','penalise','report'],'basis':[{'title':'属地管理','kind':'territorial_only'}],"
                         "'accountability':{'clause':true,'targets':['乡镇主要负责人']}",
                         15, "C-022", "letter", "main"});
}

/* Matters that petition offices write about, so that the papers are not copies of each other. */
static const char *const PETITIONS[] = {
    "初信初访首办责任落实", "积案包保领导轮换", "网上信访三率核对", "信访代理员聘任", "重复件甄别规则", "接访日公示牌更换",
    "联席会议成员调整",     "涉法涉诉事项分流", "信访听证员推荐",   "退件原因分析",   "回访电话记录",   "来访登记流程",
    "疑难案件会商名单",     "信访事项终结材料", "群体访稳控预案",   "领导批阅件跟踪", "越级访劝返分工", "矛盾纠纷多元化解衔接"};

static void sow_petition(struct archive *archive, struct plant *plant, int month, int number, const char *form) {
    static const char *const ENDS[] = {"办法", "安排", "要求"};
    const bool letter = form[0] == 'l';
    struct paper *paper =
        plant_sow(archive, plant,
                  &(struct sowing){
                      archive_workday(archive, month, 2 + number % 14, 9 * 60 + 7 * number % 150), "petition",
                      letter ? "document" : form, "白鹭镇 枫林镇 石桥镇 河口镇", "关于",
                      "'actions':[],'funds':{'required':0,'matching_required':0},'consultation':{'burden_assessment':'done'}",
                      letter ? -1 : 6, "B-033", form, "main"});
    buf_printf(&paper->title, "%s%s的%s", PETITIONS[(number + 5 * month) % 18], ENDS[number % 3], letter ? "函" : "便函");
}

/* Fewer papers, more of them white papers and memos. */
static void plant_informal(struct archive *archive) {
    static const struct { int letters, memos; } MONTH[MONTHS] = {{14, 1}, {10, 2}, {2, 7}};
    struct plant *plant =
        archive_plant(archive, 2, "informal", "S001-01", "信访局来文由 12 件降到 9 件，其中白头文件和便函由 2 件升到 7 件");
    for (int month = 0; month < MONTHS; month++) {
        for (int i = 0; i < MONTH[month].letters; i++) sow_petition(archive, NULL, month, i, "letter");
        for (int i = 0; i < MONTH[month].memos; i++)
            sow_petition(archive, month == 2 ? plant : NULL, month, MONTH[month].letters + i, i % 2 ? "white_paper" : "memo");
    }
}

static void plant_guidance(struct archive *archive) {
    static const struct {
        int month, day;
        const char *department, *title, *facts, *to, *item;
    } SENT[] = {
        {1, 17, "education", "关于开展托管点业务指导的函",
         "'actions':['check_ledger','score'],'inspection':{'at':'2026-09-22T09:00','called':'业务指导','plan_no':'none'}",
         "双溪镇", "C-089"},
        {2, 15, "health", "关于开展村卫生室业务指导的函",
         "'actions':['check_ledger','score','circular'],'inspection':{'at':'2026-10-21T09:00','called':'业务指导','plan_no':'"
         "none'}",
         "竹山镇", "B-104"}};
    for (int i = 0; i < 2; i++)
        (void)plant_sow(archive,
                        archive_plant(archive, SENT[i].month, "guidance_inspects", "S001-16", "名为业务指导，实则查台账、打分"),
                        &(struct sowing){archive_at(SENT[i].month, SENT[i].day, 15, 30), SENT[i].department, "guidance_visit",
                                         SENT[i].to, SENT[i].title, SENT[i].facts, 0, SENT[i].item, "letter", NULL});
}

static void plant_recalled(struct archive *archive) {
    static const struct {
        int month, day;
        const char *department, *item, *title;
    } SENT[] = {{0, 11, "health", "R-001", "关于落实属地责任做好托育机构安全检查的通知"},
                {1, 22, "housing", "R-002", "关于开展建筑玻璃幕墙排查的通知"},
                {2, 26, "urban", "R-010", "关于下达食品抽检样品采集任务的函"}};
    for (int i = 0; i < 3; i++)
        (void)plant_sow(
            archive, archive_plant(archive, SENT[i].month, "recalled", "S003-11", "已收回的事项以属地责任之名又下到乡镇"),
            &(struct sowing){archive_at(SENT[i].month, SENT[i].day, 9, 50), SENT[i].department, "screening",
                             "青石镇 白鹭镇 石桥镇 新安镇 北门街道 西城街道", SENT[i].title,
                             "'actions':['inspect','report'],'basis':[{'title':'属地管理','kind':'territorial_only'}]", 7,
                             SENT[i].item, "letter", "main"});
}

static const char *const SCIENCES[] = {
    "科普日展板", "农函大课程", "青少年创新赛", "科普大篷车行程", "流动科技馆", "老科协换届", "学会服务站",   "科普信息员",
    "科技志愿队", "天文观测课", "食品科普问答", "防震科普课",     "中学生讲堂", "院士专家行", "蘑菇种植讲座", "手机摄影课",
    "航模体验营", "科普挂图",   "健康素养课",   "科技小院",       "节水实验箱", "机器人表演", "科学影院",     "营养早餐课",
    "林果技术课", "标本展",     "气球实验",     "地球仪捐赠",     "显微镜借用", "航天图片展"};

static void sow_science(struct archive *archive, struct plant *plant, int month, int number, bool form) {
    const char *word = SCIENCES[(number + 11 * month) % 30];
    struct paper *paper =
        plant_sow(archive, plant,
                  &(struct sowing){archive_workday(archive, month, 1 + number % 15, 14 * 60 + 5 * number % 170), "science",
                                   form ? "form" : "document", "松坡乡 龙潭乡 桐木乡 凤鸣乡 梅岭乡", form ? "关于填报" : "关于",
                                   "'actions':[]", form ? 6 : -1, "B-053", "letter", "main"});
    buf_printf(&paper->title, "%s%s", word, form ? "登记表的函" : "活动安排的函");
    paper_support(paper, archive, 0, 0);
    if (form)
        buf_printf(&paper->more,
                   ",\"demands\":{\"forms\":[{\"name\":\"%s登记表\",\"fields\":[\"%s场次\",\"人数\"],\"every\":\"once\"}]}",
                   word, word);
    else
        paper_facts(paper, "'consultation':{'burden_assessment':'done'}");
}

/* Fewer documents, more forms. */
static void plant_shift(struct archive *archive) {
    static const struct {
        int documents, forms;
        const char *says;
    } MONTH[MONTHS] = {{26, 1, NULL},
                       {13, 6, "科协来文由 27 件降到 19 件，要填的表由 1 张升到 6 张"},
                       {3, 11, "科协来文由 19 件降到 14 件，要填的表由 6 张升到 11 张"}};
    for (int month = 0; month < MONTHS; month++) {
        struct plant *plant =
            MONTH[month].says ? archive_plant(archive, month, "burden_shift", "S001-58", MONTH[month].says) : NULL;
        for (int i = 0; i < MONTH[month].documents; i++) sow_science(archive, NULL, month, i, false);
        for (int i = 0; i < MONTH[month].forms; i++) sow_science(archive, plant, month, MONTH[month].documents + i, true);
    }
}

/* Declined by a township; then the same department blames it. Another one gives in. */
static void plant_answers(struct archive *archive) {
    (void)plant_sow(archive,
                    archive_plant(archive, 1, "retaliation", "S004-17", "乡镇拒报没有文号的表，半个月后被同一部门通报追责"),
                    &(struct sowing){archive_at(1, 22, 16, 0), "labour", "document", "清泉镇", "关于清泉镇就业登记滞后的通报",
                                     "'actions':[],'accountability':{'clause':true,'targets':['分管负责人']}", -1, "B-071",
                                     "letter", "main"});
    struct plant *plant = archive_plant(archive, 2, "refusal_upheld", "S004-17", "乡镇对计划外检查提出异议，部门撤回");
    struct paper *paper =
        plant_sow(archive, plant,
                  &(struct sowing){archive_at(2, 13, 10, 30), "reform", "inspection", "梅岭乡", "关于检查项目台账的函",
                                   "'actions':[],'inspection':{'plan_no':'none','at':'2026-10-19T09:00','called':'检查'}", 0,
                                   "B-055", "letter", NULL});
    const struct move moves[] = {
        {paper, archive_at(2, 14, 8, 40), "received_unadmitted", "梅岭乡/党政办", "没有列入计划", NULL, NULL},
        {paper, archive_at(2, 14, 9, 0), "objected", "梅岭乡/党政办", "没有列入计划、没有报备", "not_planned",
         "整治形式主义为基层减负若干规定第三部分"},
        {paper, archive_at(2, 15, 9, 0), "negotiating", "县发展和改革局/办公室", "双方协商", NULL, NULL},
        {paper, archive_at(2, 16, 9, 0), "revoked", "县发展和改革局/办公室", "撤回检查", NULL, NULL}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) archive_move(archive, &moves[i]);
    plant_add(archive_plant(archive, 2, "unplanned", "S001-15", "未列入计划、未报备的检查"), paper);
}

void planted_radar(struct archive *archive) {
    plant_renewals(archive);
    plant_reworded(archive);
    plant_split(archive);
    plant_other(archive);
    plant_swap(archive);
    plant_informal(archive);
    plant_guidance(archive);
    plant_recalled(archive);
    plant_shift(archive);
    plant_answers(archive);
}
