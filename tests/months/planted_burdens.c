/* planted_burdens.c - targets, subscriptions, sites, plaques, apps, groups, forms without a number, people lent, powers handed
 * down. Source: S001-24 (28 titles, 550,000 yuan, 17 of them not party press), S001-27 (22 departments, 75 sites), S001-28 (12
 * departments, 27 plaques), S001-33, S001-38, S001-40 (7,038 market entities over 28 townships), S001-47, S004-02.
 */
#include <months/month.h>

static void plant_entities(struct archive *archive) {
    struct plant *plant =
        archive_plant(archive, 1, "market_entities", "S001-40", "7038 家市场主体分到 28 个乡镇，每个 251 家，再压到村");
    struct paper *paper = plant_sow(
        archive, plant,
        &(struct sowing){archive_at(1, 8, 9, 0), "market", "market_entity_target", "", "关于下达市场主体培育任务的通知",
                         "'actions':['mobilise'],'quota':{'total':7038,'share':251,'subject':'新增市场主体'},"
                         "'ranking':{'every':'weekly'},'assessment':{'linked':true},'demands':{'pass_to_village':true}",
                         40, "R-004", "letter", "main"});
    plant_add(archive_plant(archive, 1, "recalled", "S003-11", "市场主体培育指标已收回，又下到乡镇"), paper);
}

/* 28 titles, 11 of them party press, 550,000 yuan together. */
static void plant_subscriptions(struct archive *archive) {
    static const struct {
        const char *department, *title;
        int party, others, yuan; /* of each */
    } SENT[] = {{"publicity", "关于做好2027年度党报党刊征订的通知", 11, 0, 20000},
                {"emergency", "关于订阅应急管理刊物的函", 0, 4, 21000},
                {"justice", "关于订阅法治类报刊的函", 0, 4, 20500},
                {"health", "关于订阅养生保健读物的函", 0, 3, 19000},
                {"culture", "关于购买主题影片观影票的函", 0, 4, 18500},
                {"women", "关于订阅家庭教育期刊的函", 0, 2, 16500}};
    struct plant *plant =
        archive_plant(archive, 2, "subscriptions", "S001-24", "木塘垸镇订刊观影 28 类 55 万元，这些是其中 17 类不是党报党刊的");
    struct paper *papers[6];
    for (int i = 0; i < 6; i++) {
        struct paper *paper =
            plant_sow(archive, SENT[i].others > 0 ? plant : NULL,
                      &(struct sowing){archive_workday(archive, 2, 3 + 2 * i, 10 * 60), SENT[i].department,
                                       i == 4 ? "tickets" : "subscription", "木塘垸镇", SENT[i].title,
                                       "'actions':['pay'],'demands':{'subscriptions':[", 15, "R-012", "letter", "main"});
        for (int j = 0; j < SENT[i].party + SENT[i].others; j++)
            buf_printf(&paper->more, "%s{\"title\":\"%s读物%d\",\"amount\":%d,\"party_press\":%s}", j > 0 ? "," : "",
                       archive->list.departments[paper->department].name.at + 3, j + 1, SENT[i].yuan,
                       SENT[i].party > 0 ? "true" : "false");
        buf_put_text(&paper->more, "]}");
        papers[i] = paper;
    }
    plant = archive_plant(archive, 2, "recalled", "S003-11", "报刊征订和观影任务已收回，又下到乡镇");
    for (int i = 0; i < 6; i++) plant_add(plant, papers[i]);
}

/* 22 departments; 6 sites of the armed forces, 75 together. */
static void plant_sites(struct archive *archive) {
    static const char *const BODIES[] = {"armed-forces", "political-legal", "civil",   "women",     "youth",       "veterans",
                                         "justice",      "publicity",       "culture", "health",    "emergency",   "fire",
                                         "labour",       "disabled",        "police",  "education", "agriculture", "water",
                                         "social-work",  "organisation",    "science", "union"};
    static const char *const SITES[] = {"民兵应急排办公室等", "综治中心",       "儿童之家",   "妇女微家",   "青年之家",
                                        "老兵之家",           "公共法律服务室", "文明实践站", "文化服务点", "健康小屋",
                                        "应急物资点",         "微型消防站",     "就业驿站",   "残疾人之家", "警务室",
                                        "家长学堂",           "农技服务点",     "节水宣传角", "志愿者之家", "党员活动室",
                                        "科普活动室",         "职工之家"};
    static const char *const ITEMS[] = {"B-115", "B-091", "B-062", "B-052", "B-051", "B-069", "B-086", "B-075",
                                        "B-113", "B-106", "B-008", "B-006", "B-071", "B-068", "B-092", "C-089",
                                        "B-098", "B-103", "B-077", "B-039", "B-053", "B-072"};
    struct plant *plant = archive_plant(archive, 2, "sites", "S001-27", "22 个部门三个月共要求建阵地 75 个，多数要求独立场所");
    for (int i = 0; i < 22; i++) {
        const int sites = i == 0 ? 6 : i < 7 ? 4 : 3;
        const char *to = archive->list.townships[(size_t)i % 27 + 1].name.at;
        struct paper *paper =
            plant_sow(archive, plant,
                      &(struct sowing){archive_workday(archive, i % 3, 2 + i / 2, 11 * 60), BODIES[i], "site_building", to,
                                       "关于建设", "'actions':['build']", 40, ITEMS[i], "letter", NULL});
        buf_printf(&paper->title, "%s的通知", SITES[i]);
        buf_printf(&paper->more,
                   ",\"demands\":{\"sites\":%d},\"funds\":{\"required\":%d,\"provided\":0,\"matching_required\":%d}", sites,
                   10000 * sites, 5000 * sites);
    }
}

static void plant_plaques(struct archive *archive) {
    static const char *const BODIES[] = {"armed-forces", "political-legal", "civil",   "women",  "youth",       "veterans",
                                         "justice",      "publicity",       "culture", "health", "social-work", "disabled"};
    static const char *const NAMES[] = {"兵役登记站",   "平安驿站",   "老人互助点",       "好家风岗",
                                        "青少年维权岗", "光荣之家",   "法律明白人工作室", "百姓宣讲点",
                                        "非遗传习点",   "健康教育点", "志愿服务驿站",     "助残联络点"};
    static const char *const ITEMS[] = {"B-115", "B-091", "B-065", "B-052", "B-051", "B-069",
                                        "B-086", "B-075", "B-113", "B-106", "B-077", "B-068"};
    struct plant *plant = archive_plant(archive, 2, "plaques", "S001-28", "12 个部门三个月共要求村级挂牌 27 种");
    for (int i = 0; i < 12; i++) {
        const char *to = archive->list.townships[(size_t)i * 2 + 3].name.at;
        struct paper *paper =
            plant_sow(archive, plant,
                      &(struct sowing){archive_workday(archive, i % 3, 5 + i / 2, 15 * 60), BODIES[i], "plaque", to, "关于悬挂",
                                       "'actions':['post']", 15, ITEMS[i], "letter", "main"});
        buf_printf(&paper->title, "%s标牌的通知", NAMES[i]);
        buf_printf(&paper->more, ",\"demands\":{\"plaques\":%d}", i < 3 ? 3 : 2);
    }
}

static void plant_apps(struct archive *archive) {
    static const struct {
        const char *department, *name;
    } APPS[] = {{"traffic", "路安"},     {"water", "河长巡"},      {"resources", "林田巡"}, {"police", "识诈"},
                {"civil", "民政云"},     {"health", "健康码上办"}, {"culture", "云书屋"},   {"agriculture", "农事宝"},
                {"education", "家校桥"}, {"labour", "就业云"},     {"medical", "医保通"},   {"emergency", "隐患拍"},
                {"housing", "房安"},     {"weather", "天气通"},    {"commerce", "惠购"},    {"women", "巾帼云"},
                {"union", "工会家"},     {"youth", "志愿行"},      {"publicity", "学习圈"}, {"veterans", "老兵云"}};
    for (int month = 1; month < MONTHS; month++) {
        struct paper *papers[10];
        size_t count = 0;
        for (int i = month - 1; i < 20; i += 2) {
            struct paper *paper = plant_sow(archive, NULL,
                                            &(struct sowing){archive_workday(archive, month, 2 + i / 2, 14 * 60 + 40),
                                                             APPS[i].department, "app", "木塘垸镇 清泉镇 双溪镇", "关于使用“",
                                                             "'actions':['mobilise']", 12, "R-013", "letter", "main"});
            buf_printf(&paper->title, "%s”应用的通知", APPS[i].name);
            buf_printf(&paper->more,
                       ",\"demands\":{\"apps\":[{\"name\":\"%s\",\"install_quota\":200,\"check_in\":true,\"every\":\"%s\","
                       "\"min_uploads\":2}],\"groups\":%d}",
                       APPS[i].name, i % 3 ? "daily" : "weekly", i % 4 ? 1 : 2);
            papers[count++] = paper;
        }
        struct plant *plant = archive_plant(archive, month, "apps", "S001-33", "一个月推到乡镇十个应用，要装要登要传");
        for (size_t i = 0; i < count; i++) plant_add(plant, papers[i]);
        plant = archive_plant(archive, month, "recalled", "S003-11", "政务应用装机打卡是收回的事项，又下到乡镇");
        for (size_t i = 0; i < count; i++) plant_add(plant, papers[i]);
    }
}

static void plant_forms(struct archive *archive) {
    static const struct {
        const char *department, *title, *name;
    } SENT[] = {
        {"commerce", "关于填报商超客流的通知", "商超客流日报"}, {"agriculture", "关于填报辣椒种植的函", "辣椒面积表"},
        {"culture", "关于填报民宿床位的函", "民宿床位表"},      {"industry", "关于填报小作坊用电的通知", "小作坊用电表"},
        {"women", "关于填报巧手车间的函", "巧手车间表"},        {"reform", "关于填报储能设施的函", "储能设施表"}};
    struct plant *plant = archive_plant(archive, 2, "forms_without_approval", "S000-15", "六张没有批准文号的统计调查表");
    for (int i = 0; i < 6; i++) {
        struct paper *paper = plant_sow(archive, plant,
                                        &(struct sowing){archive_workday(archive, 2, 4 + i, 9 * 60 + 50), SENT[i].department,
                                                         "survey", "云盘镇 板桥镇 竹山镇", SENT[i].title,
                                                         "'actions':['report']", 8, NULL, "letter", "main"});
        buf_printf(&paper->more,
                   ",\"demands\":{\"forms\":[{\"name\":\"%s\",\"approval_no\":\"none\",\"fields\":[\"名称\",\"数量\"],"
                   "\"every\":\"weekly\"}]}",
                   SENT[i].name);
    }
}

static void plant_people_and_powers(struct archive *archive) {
    (void)plant_sow(archive, archive_plant(archive, 1, "secondment", "S001-47", "未经组织部门审批借调乡镇干部两人"),
                    &(struct sowing){archive_at(1, 16, 10, 0), "committee-office", "secondment", "凤鸣乡",
                                     "关于借用工作人员的函",
                                     "'actions':['lend'],'demands':{'secondment':2,'secondment_approval':'none'}", 10, "B-054",
                                     "letter", "main"});
    struct paper *paper = plant_sow(
        archive, archive_plant(archive, 2, "powers_handed_down", "S004-02", "未经承接能力评估，一次下放十二项处罚权"),
        &(struct sowing){
            archive_at(2, 19, 15, 10), "urban", "enforce", "梅岭乡 松坡乡 桐木乡", "关于下放城市管理处罚事项的通知",
            "'actions':['enforce','penalise'],'powers':{'required':[{'power':'penalty','matter':'城市管理'}],'granted':[", 20,
            "C-052", "letter", NULL});
    for (int i = 1; i <= 12; i++)
        buf_printf(&paper->more, "%s{\"power\":\"penalty\",\"matter\":\"城市管理第%d项\",\"mode\":\"devolved\"}",
                   i > 1 ? "," : "", i);
    buf_put_text(&paper->more, "],\"capacity_assessed\":\"none\"}");
}

void planted_burdens(struct archive *archive) {
    plant_entities(archive);
    plant_subscriptions(archive);
    plant_sites(archive);
    plant_plaques(archive);
    plant_apps(archive);
    plant_forms(archive);
    plant_people_and_powers(archive);
}
