"""The traps of the editors' notes (§3, §4) about names, bodies, documents and dates that look alike, asked of the real library."""

from __future__ import annotations

import pytest
from asking import case_text, cautions, family, row, warned

from generator.library.model import Library
from generator.library.rows import Document, Limit, Mechanism, Milestone, Organisation, Problem, Site
from generator.library.values import DocumentState, Status


def parts(library: Library, where: str) -> tuple[str, ...]:
    return row(library, Mechanism, where).parts


def definition(library: Library, term: str) -> str:
    return library.terms[term].definition


def evidence(library: Library, kind: type[Mechanism | Organisation | Document], where: str) -> str:
    return str(row(library, kind, where).evidence)


# --- 3.1 西塘 ---


def test_xitang_trinity_has_four_sets_of_three_parties_each_on_its_paragraph(real_library: Library) -> None:
    told = {
        evidence(real_library, Mechanism, f"xitang/{name}"): parts(real_library, f"xitang/{name}")
        for name in ("trinity-service", "trinity-org", "trinity-sharing", "trinity-management")
    }
    assert told == {
        "P01": ("政府主导", "企业协同", "服务对象积极参与"),
        "P05": ("政府部门", "基层自治组织", "物业公司"),
        "P23": ("政府", "社会组织", "业主"),
        "P24": ("政府", "企业", "服务对象"),
    }
    assert all(f"段{number}" in definition(real_library, "三位一体") for number in (1, 5, 23, 24))
    assert warned(real_library, "xitang", "“三位一体”在材料里有四种三方")


def test_xitang_three_messes_are_unexplained_and_not_the_four_of_small_towns(real_library: Library) -> None:
    term = real_library.terms["三乱"]
    assert (term.unexplained, term.definition) == (True, "")
    towns, scenic = (row(real_library, Problem, f"xitang/{name}") for name in ("four-mess", "three-mess"))
    assert ("许多小城镇" in towns.text, str(towns.evidence)) == (True, "P04")
    assert ("材料未解释" in scenic.text, str(scenic.evidence)) == (True, "P11")
    assert warned(real_library, "xitang", "许多小城镇", "“三乱”", "不能互换")


def test_xitang_services_and_grids_are_counted_but_not_listed(real_library: Library) -> None:
    assert parts(real_library, "xitang/service-items") == ()
    assert "材料均未列出" in row(real_library, Mechanism, "xitang/service-items").scope
    assert "“5G+”的含义材料未说明" in definition(real_library, "镇兴中国5G+产品服务包")


def test_xitang_party_bodies_are_five_and_their_ranks_untold(real_library: Library) -> None:
    names = ("poly-committee", "property-committee", "shanghai-branch", "scenic-group", "joint-party")
    bodies = [row(real_library, Organisation, f"xitang/{name}") for name in names]
    assert len({body.name for body in bodies}) == 5
    assert not any(edge.relation == "隶属" and edge.target != "材料未说明" for body in bodies for edge in body.edges)
    assert warned(real_library, "xitang", "不同的组织", "材料未说明", "不要混写")


def test_xitang_rescue_team_is_not_said_to_be_founded(real_library: Library) -> None:
    assert not any(
        edge.target == "blue-sky" and edge.relation in ("组建", "下设")
        for body in real_library.cases["xitang"].rows(Organisation)
        for edge in body.edges
    )
    assert warned(real_library, "xitang", "“组建”", "“积极参与”")


def test_xitang_two_teams_and_a_station_are_gathered_from_three_headings(real_library: Library) -> None:
    assert {"P09", "P13", "P15"} <= set(evidence(real_library, Mechanism, "xitang/two-teams").split("、"))
    assert warned(real_library, "xitang", "两队一站", "没有一句话把三者列全")


def test_xitang_handbook_holds_neither_rules_nor_service_package(real_library: Library) -> None:
    handbook = row(real_library, Document, "xitang/handbook")
    assert (handbook.date, handbook.issuer, "结构和条款均未说明" in handbook.note) == (None, "", True)
    assert "不能认为它收入了" in row(real_library, Limit, "xitang/handbook-content").text
    assert evidence(real_library, Mechanism, "xitang/package") == "P19"
    assert evidence(real_library, Mechanism, "xitang/rules") == "P11"


# --- 3.2 电建地产 ---


def test_dianjian_three_parties_in_one_paragraph_are_two_sets(real_library: Library) -> None:
    linked = row(real_library, Mechanism, "dianjian/tri-link")
    assert linked.parts == ("物业公司", "社区居委会", "业主委员会")
    assert "社区、物业、居民" in linked.scope
    assert warned(real_library, "dianjian", "“三方联动”在同一段里有两种三方")


def test_dianjian_joint_branch_is_made_up_in_two_ways(real_library: Library) -> None:
    founders = {
        body.id: str(edge.evidence)
        for body in real_library.cases["dianjian"].rows(Organisation)
        for edge in body.edges
        if edge.target == "joint-branch"
    }
    assert founders == {
        "cpre-branch": "P24",
        "community": "P24",
        "property-party-group": "P26",
        "neighbourhood-party": "P26",
    }
    assert warned(real_library, "dianjian", "“联合党支部”也有两种组成", "材料未说明")


@pytest.mark.parametrize(("term", "words"), [("双渠培养", "材料没有定义"), ("党员+N", "材料没有解释")])
def test_dianjian_words_without_definition_say_so(real_library: Library, term: str, words: str) -> None:
    assert words in definition(real_library, term)


def test_dianjian_six_guarantees_list_three_and_are_not_completed(real_library: Library) -> None:
    assert parts(real_library, "dianjian/old-estate-custody") == ("小区日常维修", "楼道宣传", "清扫活动")
    assert real_library.terms["六保服务"].unexplained


def test_dianjian_one_post_two_duties_is_said_of_two_kinds_of_staff(real_library: Library) -> None:
    assert "两处用到" in definition(real_library, "一岗双责")
    assert parts(real_library, "dianjian/two-levels") == ("分公司", "项目")


def test_dianjian_rollout_is_open_though_the_handbook_was_made(real_library: Library) -> None:
    formed, rollout = (row(real_library, Milestone, f"dianjian/{name}") for name in ("stage-three", "rollout"))
    assert (formed.status, rollout.status) == (Status.ACHIEVED, Status.PLAN)
    assert warned(real_library, "dianjian", "没有写明是否完成", "推广做到哪一步")


@pytest.mark.parametrize("name", ["standard-plan", "steward-handbook", "next-plan", "pledge", "appraisal-rules"])
def test_dianjian_documents_are_names_without_content(real_library: Library, name: str) -> None:
    assert row(real_library, Document, f"dianjian/{name}").state is DocumentState.NAMED


def test_dianjian_firms_are_not_said_to_be_one(real_library: Library) -> None:
    assert "是否同一家，材料未说明" in row(real_library, Organisation, "dianjian/property-co").scope


# --- 3.3 城阳 ---


def test_chengyang_two_opinions_stand_in_two_states(real_library: Library) -> None:
    draft, issued = (row(real_library, Document, f"chengyang/{name}") for name in ("draft-opinion", "street-opinion"))
    assert (draft.state, issued.state) == (DocumentState.DRAFTED, DocumentState.ISSUED)
    assert draft.issuer != issued.issuer
    assert row(real_library, Milestone, "chengyang/opinion-coming").status is Status.PLAN
    assert warned(real_library, "chengyang", "两份意见状态不同", "只是已起草")


@pytest.mark.parametrize("name", ["three-projects", "three-mechanisms", "three-platforms", "steward", "dual-net"])
def test_chengyang_projects_mechanisms_and_platforms_are_one_estates(real_library: Library, name: str) -> None:
    assert row(real_library, Mechanism, f"chengyang/{name}").scope == "万科魅力之城小区"


@pytest.mark.parametrize("name", ["three-level", "demo-project"])
def test_chengyang_three_levels_and_demonstration_are_the_districts(real_library: Library, name: str) -> None:
    assert row(real_library, Mechanism, f"chengyang/{name}").scope == "全区"


@pytest.mark.parametrize("year", ["2020", "2021", "2022"])
def test_chengyang_milestones_of_coverage_are_goals(real_library: Library, year: str) -> None:
    assert row(real_library, Milestone, f"chengyang/goal-{year}").status is Status.TARGET


# --- 3.4 成都 ---


def test_chengdu_guideline_and_plan_are_two_documents(real_library: Library) -> None:
    guideline, plan = (row(real_library, Document, f"chengdu/{name}") for name in ("guideline", "plan"))
    assert guideline.name != plan.name
    assert not guideline.name.startswith("《")
    assert ("四好" in plan.note, "四好" in guideline.note) == (True, False)
    assert warned(real_library, "chengdu", "三套条文属导则，四好五好和年度数量属方案", "没有说")


def test_chengdu_untold_words_are_not_explained(real_library: Library) -> None:
    assert real_library.terms["两个覆盖"].unexplained
    assert real_library.terms["双找"].unexplained
    assert "其余材料未列" in parts(real_library, "chengdu/industry-committee-duties")


def test_chengdu_three_dimensions_are_not_points_lines_and_planes(real_library: Library) -> None:
    assert parts(real_library, "chengdu/three-dimensions") == ("行业端", "企业端", "项目端")
    assert len(parts(real_library, "chengdu/point-line-plane")) == 3
    assert warned(real_library, "chengdu", "三个维度", "不是一一对应")


def test_chengdu_four_firsts_have_four_scopes(real_library: Library) -> None:
    text = case_text(real_library, "chengdu")
    for first in ("全国首个", "在全国率先", "成都市首个", "四川省首个"):
        assert first in text
    assert "四处自述范围各不相同" in text


def test_chengdu_mediation_centre_stands_in_the_court_and_is_led_by_another(real_library: Library) -> None:
    edges = {
        (body.id, edge.relation, edge.target)
        for body in real_library.cases["chengdu"].rows(Organisation)
        for edge in body.edges
    }
    assert ("jinjiang-politics-law", "牵头", "mediation-centre") in edges
    assert ("mediation-centre", "依托", "jinjiang-court") in edges
    assert ("jinjiang-court", "牵头", "mediation-centre") not in edges


# --- 3.5 萧山 ---


def test_xiaoshan_pilot_rollout_and_implementing_towns_stand_apart(real_library: Library) -> None:
    dates = {name: row(real_library, Milestone, f"xiaoshan/{name}") for name in ("launch", "by-august", "pilot")}
    assert {name: (found.date.literal, found.status) for name, found in dates.items()} == {
        "launch": ("8月3日", Status.ACHIEVED),
        "by-august": ("今年8月底前", Status.TARGET),
        "pilot": ("年份未载", Status.ACHIEVED),
    }
    assert warned(real_library, "xiaoshan", "三者并存", "材料未说明")


def test_xiaoshan_year_is_not_made_up(real_library: Library) -> None:
    assert "2023" not in case_text(real_library, "xiaoshan")


def test_xiaoshan_committee_council_is_not_the_committee(real_library: Library) -> None:
    names = {body.id: body.name for body in real_library.cases["xiaoshan"].rows(Organisation)}
    assert (names["committee-council"], names["owners-committee"]) == ("业委会联席会", "业委会")
    assert "业委会" not in real_library.terms["业委会联席会"].synonyms
    assert "物管中心" in real_library.terms["物业管理中心"].synonyms
    assert "物联席会" in real_library.terms["物业联席会"].synonyms
    assert real_library.terms["物业联合会"].unexplained


def test_xiaoshan_three_parties_are_told_in_three_ways(real_library: Library) -> None:
    assert parts(real_library, "xiaoshan/three-parties") == ("政府", "物业", "业委会")
    assert parts(real_library, "xiaoshan/three-bodies") == ("物管中心", "物联席会", "业委会")
    assert "段20未列是哪三方" in row(real_library, Mechanism, "xiaoshan/party-three-parties").scope
    assert parts(real_library, "xiaoshan/three-lines") == ("警力", "物业", "业主")
    assert parts(real_library, "xiaoshan/three-levels") == ("区", "镇街", "社区")


def test_xiaoshan_is_a_system_and_no_document(real_library: Library) -> None:
    assert real_library.cases["xiaoshan"].rows(Document) == ()
    assert "不是一份文件" in case_text(real_library, "xiaoshan")


# --- 4 跨案 ---


def test_five_phrases_of_chengdu_and_xiaoshan_are_each_in_their_own_words(real_library: Library) -> None:
    assert parts(real_library, "chengdu/five-phrases") == ("党建引领", "条块联动", "各方协同", "群众参与", "制度保障")
    assert parts(real_library, "xiaoshan/new-pattern") == ("党建统领", "三级联动", "多方协同", "群众参与", "制度保障")
    assert "目标" in row(real_library, Mechanism, "xiaoshan/new-pattern").name
    told = family(real_library, "体系架构")
    assert "党建引领、条块联动、各方协同" in told["成都"] and "党建统领、三级联动、多方协同" in told["萧山"]


def test_jiashan_county_is_not_jiashan_company(real_library: Library) -> None:
    assert [place.county for place in real_library.cases["xitang"].meta.places] == ["嘉善县"]
    company = row(real_library, Site, "chengdu/jiashan")
    assert (company.name, company.place) == ("嘉善商务服务管理有限公司", "成都市青羊区总部经济区")
    assert not any("嘉善" in level for place in real_library.cases["chengdu"].meta.places for level in place.levels)
    assert warned(real_library, "chengdu", "“嘉善商务”是企业名", "浙江嘉善县")
    assert "嘉善商务" not in case_text(real_library, "xitang")


def test_jinjiang_is_a_visitor_in_dianjian_and_a_place_of_practice_in_chengdu(real_library: Library) -> None:
    assert row(real_library, Site, "chengdu/jinjiang").place == "成都市锦江区"
    assert not any("锦江" in body.name for body in real_library.cases["dianjian"].rows(Organisation))
    assert not any("锦江" in site.name + site.place for site in real_library.cases["dianjian"].rows(Site))
    assert warned(real_library, "dianjian", "锦江区", "两件事")


def test_red_stewards_are_two_posts_and_two_documents(real_library: Library) -> None:
    assert parts(real_library, "dianjian/grid-merge") == ("专职网格员", "物业楼栋管家")
    assert parts(real_library, "chengyang/steward") == ("网格长", "楼长", "党员中心户", "物业管家", "志愿者")
    handbook = row(real_library, Document, "dianjian/steward-handbook")
    opinion = row(real_library, Document, "chengyang/street-opinion")
    assert (handbook.state, opinion.state) == (DocumentState.NAMED, DocumentState.ISSUED)
    assert handbook.type != opinion.type
    said = definition(real_library, "红色管家")
    assert "所指不同" in said and "电建地产：" in said and "城阳：" in said
    assert any("红色管家" in caution and "不是同一种岗位" in caution for caution in told_cautions(real_library))


def test_cross_posts_name_posts_in_dianjian_only(real_library: Library) -> None:
    assert parts(real_library, "dianjian/cross-posts") == (
        "物业公司项目经理担任社区副主任",
        "社区主任担任物业公司质量监督经理",
    )
    assert row(real_library, Mechanism, "chengyang/two-way").scope == "社区与物业"
    assert row(real_library, Mechanism, "chengdu/two-way").scope == "嘉善商务服务管理有限公司"
    names = [row(real_library, Mechanism, where).name for where in ("chengyang/two-way", "chengdu/two-way")]
    assert names == ["双向进入、交叉任职", "双向互动、交叉任职"]
    told = family(real_library, "交叉任职")
    assert (told["萧山"], told["西塘"]) == ("本库未列", "本库未列")
    assert any("交叉任职" in caution and "具体职务" in caution for caution in told_cautions(real_library))
    assert "另有所指" in definition(real_library, "交叉任职")


def test_joint_meetings_are_meetings_but_in_xiaoshan_bodies(real_library: Library) -> None:
    assert parts(real_library, "xitang/joint-meeting")[0] == "定期召开"
    assert row(real_library, Mechanism, "chengdu/joint-meeting").scope == "成都市"
    assert row(real_library, Mechanism, "dianjian/monthly-meetings").scope == "每月"
    for name in ("property-council", "committee-council"):
        assert row(real_library, Organisation, f"xiaoshan/{name}").type == "协作平台"
    assert not any("联席会" in found.name for found in real_library.cases["xiaoshan"].rows(Mechanism))
    assert "与其他案例的党建联席会议不是一回事" in definition(real_library, "物业联席会")
    assert any("联席" in caution and "机构的名称" in caution for caution in told_cautions(real_library))


def test_building_governing_and_sharing_together_is_in_four_cases_and_not_in_dianjian(real_library: Library) -> None:
    said = {case_id for case_id in real_library.cases if "共建共治共享" in case_text(real_library, case_id)}
    assert said == {"xitang", "chengyang", "chengdu", "xiaoshan"}
    assert not any(key.startswith("dianjian") for key in real_library.terms["共建共治共享"].evidence)


def test_three_parties_differ_from_case_to_case(real_library: Library) -> None:
    assert parts(real_library, "dianjian/tri-link") == ("物业公司", "社区居委会", "业主委员会")
    assert parts(real_library, "chengyang/tri-coordination") == ("社区居民委员会", "业主委员会", "物业服务企业")
    assert "社区居委会、物业管理公司、业主委员会" in definition(real_library, "三驾马车")
    assert any("“三方”是哪三方" in caution for caution in told_cautions(real_library))


def test_every_case_warns_of_its_traps_where_they_stand(real_library: Library) -> None:
    for case_id in real_library.cases:
        assert len(cautions(real_library, case_id)) >= 5
        assert all("段" in caution for caution in cautions(real_library, case_id))


def told_cautions(library: Library) -> tuple[str, ...]:
    return library.tables["mechanisms"].cautions
