using CodeRelay.Documents;

namespace CodeRelay.Tests.Documents;

public sealed class SectionKindsTests
{
    [Theory]
    [InlineData(SectionKind.Goal, "Goal", "Current task", "TL;DR", "Mission", "Ziel", "Objectif", "Objetivo", "Obiettivo", "Цель", "当前任务", "現在の目標", "현재 목표", "Mục tiêu", "Hedef")]
    [InlineData(SectionKind.InProgress, "In progress", "Still in progress", "Work in progress", "Unfinished", "Uncommitted changes", "In Arbeit", "En cours", "En curso", "В работе", "进行中", "作業中", "진행 중", "Đang làm")]
    [InlineData(SectionKind.Next, "Next", "Next 3 steps", "What's next", "Remaining work", "Still open", "Follow-ups", "Backlog", "To do", "Roadmap", "Nächste Schritte", "Prochaines étapes", "Próximos pasos", "Próximos passos", "Prossimi passi", "Следующие шаги", "Запланировано", "下一步", "待办", "残課題", "次のステップ", "다음 작업", "Việc tiếp theo")]
    [InlineData(SectionKind.Done, "Done", "Completed this session", "What was done", "Recent changes", "Session 12: what changed", "Changed files", "Milestones", "Erledigt", "Terminé", "Hecho", "Сделано", "Что уже сделано", "已完成", "実装済み", "完了", "완료된 작업", "Đã hoàn thành")]
    [InlineData(SectionKind.Blockers, "Blockers", "Known issues", "Open questions", "Risks", "Not tested", "Technical debt", "Bekannte Probleme", "Points bloquants", "Problemas conocidos", "Блокеры", "Открытые вопросы", "已知问题", "ブロッカー", "주의사항", "Rủi ro")]
    [InlineData(SectionKind.State, "Current state", "Status", "Where things stand", "Git status", "Repository state", "Aktueller Stand", "État actuel", "Estado actual", "Текущее состояние", "当前状态", "現状", "현재 상태", "Trạng thái")]
    [InlineData(SectionKind.Files, "Important files", "Files to read", "Read order", "Where to look", "Entry points", "Wichtige Dateien", "Fichiers clés", "Archivos clave", "Ключевые файлы", "关键文件", "関連ファイル", "참조 문서", "Bản đồ docs")]
    [InlineData(SectionKind.Constraints, "Constraints", "Non-goals", "Do not touch", "Guardrails", "Out of scope", "Files that must NOT be edited", "Feste Regeln", "Ne pas toucher", "Reglas", "Что не делать", "不要", "禁止事項", "하지 말 것", "Quy tắc")]
    [InlineData(SectionKind.Decisions, "Decisions", "Key decisions", "Gotchas", "Lessons learned", "Dead ends", "Stolperfallen", "Décisions", "Решения", "踩坑", "ハマりどころ", "결정 사항", "Quyết định")]
    [InlineData(SectionKind.Acceptance, "Acceptance criteria", "Success criteria", "Definition of done", "Done when", "Abnahmekriterien", "Критерии готовности", "验收标准", "受け入れ条件", "완료 조건", "Tiêu chí hoàn thành")]
    [InlineData(SectionKind.Validation, "Validation", "How to verify", "Test plan", "Required tests", "Build & test", "Quick start", "Prüfung", "Vérification", "Cómo probar", "Проверка", "验证", "動作確認", "검증", "Kiểm tra")]
    [InlineData(SectionKind.Review, "Reviewer", "Review owner", "Sign-off", "Flagged for owner", "Prüfer", "Ревьюер", "负责人", "レビュー担当", "리뷰어", "Người duyệt")]
    [InlineData(SectionKind.Architecture, "Architecture", "Project structure", "Tech stack", "Endpoints", "How it works", "Aufbau", "Архитектура", "目录结构", "アーキテクチャ", "프로젝트 구조", "Cấu trúc")]
    public void Headings_of_a_family_are_recognised_in_many_languages(SectionKind kind, params string[] headings) =>
        Assert.All(headings, heading => Assert.Equal(kind, SectionKinds.Of(heading)));

    [Theory]
    [InlineData("🚧 Known issues", SectionKind.Blockers)]
    [InlineData("3) TL;DR", SectionKind.Goal)]
    [InlineData("7. 残課題（次回）", SectionKind.Next)]
    [InlineData("**NEXT STEPS** (by priority)", SectionKind.Next)]
    [InlineData("Next: slice 7 of the parser", SectionKind.Next)]
    [InlineData("Session 4 — what changed", SectionKind.Done)]
    [InlineData("2026-05-04 - blockers", SectionKind.Blockers)]
    [InlineData("What’s next", SectionKind.Next)]
    [InlineData("## Current State ##", SectionKind.State)]
    public void Decoration_is_stripped(string heading, SectionKind expected) => Assert.Equal(expected, SectionKinds.Of(heading));

    [Theory]
    [InlineData("What's not done", SectionKind.Next)]
    [InlineData("未完成", SectionKind.Next)]
    [InlineData("Completed, nothing pending", SectionKind.Done)]
    [InlineData("Backlog (completed)", SectionKind.Done)]
    [InlineData("Completed — do not redo", SectionKind.Constraints)]
    [InlineData("Acceptance: all tests done", SectionKind.Acceptance)]
    [InlineData("Test status", SectionKind.State)]
    public void Negation_and_mixture_are_read_as_a_whole(string heading, SectionKind expected) => Assert.Equal(expected, SectionKinds.Of(heading));

    [Theory]
    [InlineData("Notes for the next agent")]
    [InlineData("State management in the client")]
    [InlineData("Upgrade of Next.js")]
    [InlineData("Running in a container")]
    [InlineData("Why the reader is slow")]
    [InlineData("A plan for the tests of the importer")]
    [InlineData("Unit 3")]
    [InlineData("🎉")]
    [InlineData("")]
    public void Everyday_words_inside_a_heading_say_nothing(string heading) => Assert.Equal(SectionKind.None, SectionKinds.Of(heading));

    [Fact]
    public void A_heading_may_name_several_kinds()
    {
        Assert.Equal([SectionKind.Next, SectionKind.Blockers], SectionKinds.AllOf("Blockers and exact next action"));
        Assert.Equal([SectionKind.Blockers, SectionKind.Next], SectionKinds.AllOf("Открытые вопросы / Roadmap"));
        Assert.Equal([SectionKind.Constraints], SectionKinds.AllOf("Constraints and non-goals"));
        Assert.Empty(SectionKinds.AllOf("Branch & PR workflow"));
    }
}
