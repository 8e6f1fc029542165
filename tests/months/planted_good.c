/* planted_good.c - how it should be done: emergencies with a response, one joint visit, data from the shared pool, more time in
 * a later version, money that comes with the work. No alert may name these. Source: S003-04, S003-10, S003-19, S003-33;
 * 突发事件应对法 72.
 */
#include <months/month.h>

static void plant_flood(struct archive *archive) {
    struct plant *plant = archive_plant(archive, 0, "good_emergency", "S003-33", "有级别、有编号、有终止时间的防汛应急响应");
    struct paper *paper = plant_sow(
        archive, plant,
        &(struct sowing){
            archive_at(0, 15, 21, 40), "water", "emergency", "木塘垸镇 河口镇 双溪镇 柳溪乡",
            "关于做好强降雨期间巡堤值守的紧急通知",
            "'actions':['patrol','evacuate','report'],'emergency':{'declared':true,'level':3,'notice':'示防指〔2026〕11号',"
            "'expected_end':'2026-08-18T18:00'},'message':{'sent_at':'2026-08-15T21:40'}",
            2, "C-004", "telegram", "cooperating"});
    paper_support(paper, archive, 9000, 20);
    paper_facts(paper, "'start_at':'2026-08-15T22:00','training':{'date':'2026-06-10','hours':4},'end_at':'2026-08-18'");
}

static void plant_joint(struct archive *archive) {
    struct plant *plant = archive_plant(archive, 2, "good_joint_visit", "S003-04", "民政、人社、医保合成一次联合调研");
    (void)plant_sow(
        archive, plant,
        &(struct sowing){
            archive_at(2, 13, 9, 5), "civil", "research_visit", "桐木乡", "关于低保入户核查联合调研的函（民政、人社、医保）",
            "'actions':[],'inspection':{'plan_no':'示督〔2026〕66号','at':'2026-10-23T09:00','called':'调研','runs':1},"
            "'consultation':{'burden_assessment':'done'}",
            0, "B-001", "letter", "main"});
    plant = archive_plant(archive, 2, "good_shared_data", "S003-10", "从共享池取数，乡镇只核对有出入的几户");
    struct paper *paper =
        plant_sow(archive, plant,
                  &(struct sowing){archive_at(2, 22, 10, 10), "civil", "visit", "桐木乡 茶园乡", "关于核对共享数据出入户的函",
                                   "'actions':['verify','report']", 12, "B-001", "letter", "main"});
    paper_support(paper, archive, 0, 0);
}

static void plant_time(struct archive *archive) {
    struct plant *plant = archive_plant(archive, 1, "good_checkpoint", "S003-19", "卡点值守人员、补助随任务一起到位");
    struct paper *paper =
        plant_sow(archive, plant,
                  &(struct sowing){archive_at(1, 3, 9, 25), "water", "duty_post", "云盘镇", "关于秋汛卡点值守的函",
                                   "'actions':['guard','patrol']", 12, "C-004", "letter", "cooperating"});
    paper_facts(paper,
                "'basis':[{'title':'履职清单','article':'C-004','kind':'duty_list'}],'powers':{'required':[],'granted':[]},"
                "'funds':{'required':6000,'provided':6000,'per_person_day':150,'source':'县级防汛经费','matching_required':0},"
                "'staff':{'required':4,'provided':4,'days':10},'guidance':{'objective':'险情早发现','method':'分段巡查',"
                "'standard':'每小时一巡','contact':'水旱灾害防御股'},'department_retains':['调度','抢险'],"
                "'consultation':{'townships':['云盘镇'],'burden_assessment':'done'}");
    paper_facts(
        paper,
        "'start_at':'2026-09-10','training':{'date':'2026-09-08','hours':3},'technology':['无人机巡堤'],'end_at':'2026-09-18'");
}

void planted_good(struct archive *archive) {
    plant_flood(archive);
    plant_joint(archive);
    plant_time(archive);
}
