/* planted_hours.c - too late, too soon: nights, weekends, the same day, round the clock.
 * Source: S000-09, S000-10, S001-12, S003-38, S003-39, S003-40.
 */
#include <months/month.h>

static void plant_messages(struct archive *archive) {
    static const struct {
        int month, day, hour, minute;
        const char *department, *to, *title, *item;
    } SENT[] = {{0, 8, 10, 20, "fire", "河口镇 双溪镇", "请今天统计辖区微型消防站器材数", "B-006"},
                {0, 18, 22, 15, "health", "竹山镇", "明早前报村卫生室药品余量", "B-104"},
                {0, 29, 20, 40, "publicity", "新安镇 石桥镇", "速转发今晚直播链接并截图", "B-047"},
                {1, 5, 9, 5, "revitalise", "清泉镇", "周末入户补齐监测户照片", "C-029"},
                {1, 10, 21, 35, "police", "北门街道 西城街道", "收到请接龙回复反诈注册数", "B-092"},
                {1, 12, 19, 50, "civil", "大坪乡", "核对高龄津贴名册", "B-063"},
                {1, 19, 15, 30, "environment", "茶园乡 沙坪乡", "立即排查今日卫星火点", "C-003"},
                {1, 26, 11, 0, "traffic", "马鞍镇", "中秋返程路口人员拍照上传", "B-111"},
                {2, 3, 16, 45, "culture", "白鹭镇", "报送假期景点人数", "B-114"},
                {2, 8, 23, 10, "emergency", "九龙镇 云盘镇", "请今晚复核值班表", "B-117"},
                {2, 11, 9, 40, "labour", "板桥镇", "周日前完成招聘会摊位登记", "B-071"},
                {2, 15, 22, 50, "education", "黄土岭镇", "秒回晚自习值守人员", "C-001"},
                {2, 17, 14, 20, "housing", "南湖街道", "补拍老旧小区改造前后照片", "C-048"},
                {2, 21, 21, 20, "agriculture", "枫林镇 青石镇", "连夜更新秋播进度", "B-097"},
                {2, 25, 10, 10, "water", "龙潭乡", "周一检查，请今天补齐巡河记录", "C-004"},
                {2, 28, 22, 5, "youth", "凤鸣乡", "点赞转发青年大讲堂", "B-051"}};
    for (int month = 0; month < MONTHS; month++) {
        struct plant *plant = archive_plant(archive, month, "after_hours", "S003-40", "夜间和休息日的工作群消息");
        for (size_t i = 0; i < sizeof SENT / sizeof *SENT; i++) {
            if (SENT[i].month != month) continue;
            const int64_t at = archive_at(month, SENT[i].day, SENT[i].hour, SENT[i].minute);
            char sent[20];
            struct paper *paper = plant_sow(archive, plant,
                                            &(struct sowing){at, SENT[i].department, "group_message", SENT[i].to, SENT[i].title,
                                                             "'actions':['report']", 1, SENT[i].item, "group_message", NULL});
            paper->version = 0;
            day_format_minute(at, sent);
            buf_printf(&paper->more, ",\"message\":{\"sent_at\":\"%s\",\"reply_demand\":\"%s\"}", sent,
                       i % 3 == 0 ? "接龙" : "none");
        }
    }
}

static void plant_short(struct archive *archive) {
    struct plant *plant = archive_plant(archive, 2, "short_notice", "S001-12", "上午通知当天 16 时前要报，还与考核挂钩");
    struct paper *paper =
        plant_sow(archive, plant,
                  &(struct sowing){archive_at(2, 27, 9, 30), "fire", "material", "", "关于报送今冬明春消防工作资料的通知",
                                   "'actions':['report'],'assessment':{'linked':true}", 0, "C-014", "letter", "cooperating"});
    paper->due = archive_at(2, 27, 16, 0);
    paper = plant_sow(
        archive, plant,
        &(struct sowing){
            archive_at(2, 16, 16, 30), "industry", "form", "木塘垸镇 新安镇 马鞍镇", "关于填报停产企业名单的通知",
            "'actions':['report'],'demands':{'forms':[{'name':'停产企业名单','approval_no':'none','fields':['企业','时间'],"
            "'every':'once'}]}",
            0, NULL, "letter", "main"});
    paper->due = archive_at(2, 19, 10, 0);
    plant = archive_plant(archive, 1, "on_duty", "S003-39", "没有应急响应也要求二十四小时在岗、一周上七天班");
    (void)plant_sow(
        archive, plant,
        &(struct sowing){archive_at(1, 21, 11, 20), "resources", "duty_post", "梅岭乡 龙潭乡 大坪乡",
                         "关于加强秋季护林值守的通知",
                         "'actions':['guard'],'demands':{'on_duty_hours':24,'workdays_per_week':7,'compensatory_rest':false}",
                         8, "C-030", "letter", "cooperating"});
}

void planted_hours(struct archive *archive) {
    plant_messages(archive);
    plant_short(archive);
}
