/* planted_copies.c - one matter in many papers, one form in many versions, one thing asked by many.
 * Source: S000-06, S000-15, S001-03, S001-04, S001-07, S001-08, S001-09, S001-13, S003-10.
 */
#include <months/month.h>

#define LEDGER(name)                                                                                                                            \
    "'actions':['report'],'demands':{'forms':[{'name':'" name "','fields':['水域名称','包保干部岗位','巡查次数','隐患处数']," \
    "'media':['electronic','sealed_paper']}],'dossier':['ledger']}"

static void plant_drowning(struct archive *archive) {
    static const char *const BODIES[] = {"education", "women", "youth"};
    struct plant *plant =
        archive_plant(archive, 0, "duplicate", "S001-08", "教育、妇联、团县委就防溺水各要一份包保台账，内容相差无几");
    for (int i = 0; i < 3; i++)
        (void)plant_sow(archive, plant,
                        &(struct sowing){archive_at(0, 4 + i, 9, 30), BODIES[i], "ledger", "",
                                         "关于报送暑期防溺水包保台账的通知", LEDGER("防溺水包保台账"), 4, "C-001", "letter",
                                         "cooperating"});
}

static void plant_grids(struct archive *archive) {
    struct plant *plant = archive_plant(archive, 0, "same_item", "S000-06", "政法委和卫健部门就网格化各布置一套，要求不一致");
    (void)plant_sow(
        archive, plant,
        &(struct sowing){archive_at(0, 12, 10, 0), "political-legal", "document", "", "关于调整优化村级网格划分的通知",
                         "'actions':['organise'],'consultation':{'burden_assessment':'none'}", 10, "B-085", "letter", "main"});
    (void)plant_sow(archive, plant,
                    &(struct sowing){archive_at(0, 13, 15, 0), "health", "document", "", "关于建立公共卫生网格包保体系的函",
                                     "'actions':['organise'],'consultation':{'burden_assessment':'none'}", 6, "B-085", "letter",
                                     "main"});
}

static void plant_equipment(struct archive *archive) {
    struct plant *plant =
        archive_plant(archive, 1, "duplicate", "S001-03", "市场监管局发、文旅广体局当日又转发同题通知，事项已收回");
    const struct sowing first = {
        archive_at(1, 15, 9, 10),         "market", "screening", "",       "关于开展“两节”前特种设备安全隐患排查的通知",
        "'actions':['inspect','report']", 5,        "R-003",     "letter", "main"};
    struct sowing second = first;
    struct paper *issued = plant_sow(archive, plant, &first), *forwarded;
    second.at = archive_at(1, 15, 15, 40);
    second.department = "culture";
    second.kind = "forward";
    forwarded = plant_sow(archive, plant, &second);
    buf_printf(&forwarded->document, ",\"forward_of\":\"县市场监督管理局同题通知\",\"chain_depth\":2");
    plant = archive_plant(archive, 1, "recalled", "S003-11", "特种设备检查已由市场监管部门收回，又下到乡镇");
    plant_add(plant, issued);
    plant_add(plant, forwarded);
}

static void plant_houses(struct archive *archive) {
    static const char *const BODIES[][3] = {
        {"housing", "关于录入农村房屋安全系统的通知", "'demands':{'forms':[{'name':'农村房屋安全信息采集表'"},
        {"resources", "关于补录农村建房用地信息的函", "'demands':{'forms':[{'name':'农村建房信息表'"},
        {"data", "关于在自建房整治平台登记自建房的通知", "'demands':{'forms':[{'name':'自建房登记表'"}};
    struct plant *plant =
        archive_plant(archive, 1, "same_fields", "S001-09", "三个系统都要录自建房，要采集的内容相同，须重复上户");
    for (int i = 0; i < 3; i++) {
        struct paper *paper =
            plant_sow(archive, plant,
                      &(struct sowing){archive_at(1, 8 + i, 10, 20), BODIES[i][0], "data_collection", "", BODIES[i][1],
                                       "'actions':['collect_data','report']", 12, "C-002", "letter", "cooperating"});
        paper_facts(paper, BODIES[i][2]);
        paper_facts(paper, "'fields':['建房地址','建成年份','层数','结构类型','经营用途','建筑面积'],'media':['electronic'],"
                           "'every':'once'}],'already_held':['住建部门农村房屋底数']}");
    }
}

static void plant_fire(struct archive *archive) {
    static const char *const BODIES[] = {"emergency", "commerce", "culture", "civil"};
    static const char *const TITLES[] = {"关于开展消防安全检查并报送资料的通知", "关于做好消防安全检查及资料报送工作的通知",
                                         "关于开展消防安全检查和报送资料的函", "关于组织消防安全检查、报送有关资料的通知"};
    struct plant *plant =
        archive_plant(archive, 2, "duplicate", "S001-07", "应急、商务、文旅、民政都要消防检查和资料，内容同、格式异");
    for (int i = 0; i < 4; i++)
        (void)plant_sow(
            archive, plant,
            &(struct sowing){archive_at(2, 13 + i / 2, 9 + i, 0), BODIES[i], "material", "", TITLES[i],
                             "'actions':['patrol','report'],'demands':{'dossier':['plan','ledger','photos','summary']}", 4,
                             "C-014", "letter", "cooperating"});
}

static void plant_versions(struct archive *archive) {
    struct plant *plant = archive_plant(archive, 2, "versions_same_day", "S001-04", "同一通知一天发三次，后两次注明以此份为准");
    const struct paper *before = NULL;
    struct paper *papers[3];
    for (int i = 0; i < 3; i++) {
        struct paper *paper = plant_sow(archive, plant,
                                        &(struct sowing){archive_at(2, 19, 9 + 3 * i, 20), "market", "screening", "",
                                                         "关于开展岁末年初特种设备安全隐患排查的通知",
                                                         "'actions':['inspect','report']", 6, "R-003", "letter", "main"});
        paper->version = i + 1;
        paper->supersedes = before;
        before = papers[i] = paper;
    }
    plant = archive_plant(archive, 2, "recalled", "S003-11", "特种设备检查已收回，又下到乡镇");
    for (int i = 0; i < 3; i++) plant_add(plant, papers[i]);
}

static void plant_toilets(struct archive *archive) {
    static const int DAY[] = {9, 12, 14, 20, 23, 28};
    struct plant *plant = archive_plant(archive, 2, "versions", "S001-13", "户厕问题摸排整改工作台账一个月改了六版");
    const struct paper *before = NULL;
    for (int i = 0; i < 6; i++) {
        struct paper *paper = plant_sow(archive, plant,
                                        &(struct sowing){archive_at(2, DAY[i], 16, 10), "revitalise", "ledger", "",
                                                         "关于报送农村户厕问题摸排整改工作台账的通知",
                                                         "'actions':['report'],'demands':{'forms':[{'name':'"
                                                         "农村户厕问题摸排整改工作台账','fields':['厕屋类型','问题类别',"
                                                         "'整改时限'],'media':['electronic','sealed_paper']}]}",
                                                         3, "C-028", "letter", "cooperating"});
        paper->version = i + 1;
        paper->supersedes = before;
        before = paper;
    }
}

static void plant_incomes(struct archive *archive) {
    static const char *const BODIES[][2] = {{"agriculture", "关于采集农户经营情况的通知"},
                                            {"revitalise", "关于摸清农户家庭收入的函"},
                                            {"civil", "关于登记困难家庭信息的通知"}};
    struct plant *plant =
        archive_plant(archive, 2, "data_asked_again", "S003-10", "农户收入等数据三个部门各要一遍，公安、民政已有");
    for (int i = 0; i < 3; i++)
        (void)plant_sow(
            archive, plant,
            &(struct sowing){archive_at(2, 21 + i, 11, 0), BODIES[i][0], "data_collection", "", BODIES[i][1],
                             "'actions':['collect_data'],'demands':{'forms':[{'name':'农户信息表','fields':['户号','家庭人口',"
                             "'年收入','收入来源','住房面积'],'media':['electronic']}],'already_held':['公安户籍','民政低保'],"
                             "'village_input':true}",
                             12, "C-029", "letter", "cooperating"});
}

static void plant_spending(struct archive *archive) {
    static const int DAY[] = {9, 15, 22, 28};
    static const char *const TITLES[] = {"关于上报年底支出需求的通知", "关于核报后两月刚性支出的函",
                                         "关于再次测算用款计划的通知", "关于更新用款测算数的函"};
    struct plant *plant = archive_plant(archive, 2, "form_again", "S000-15", "同一张支出需求表一个月要了四次");
    for (int i = 0; i < 4; i++)
        (void)plant_sow(
            archive, plant,
            &(struct sowing){archive_at(2, DAY[i], 10, 40), "finance", "form", "", TITLES[i],
                             "'actions':['report'],'demands':{'forms':[{'name':'各项支出需求表','number':'示统20331表',"
                             "'approval_no':'示统制〔2026〕33号','valid_to':'2027-12-31','fields':['科目','金额'],"
                             "'media':['electronic'],'every':'once'}]}",
                             3, NULL, "letter", "main"});
}

void planted_copies(struct archive *archive) {
    plant_drowning(archive);
    plant_grids(archive);
    plant_equipment(archive);
    plant_houses(archive);
    plant_fire(archive);
    plant_versions(archive);
    plant_toilets(archive);
    plant_incomes(archive);
    plant_spending(archive);
}
