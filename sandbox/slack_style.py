"""How the pages of the sandbox Slack look: Slack's light theme, wide and narrow."""

import html

STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d1c1d;overflow-wrap:anywhere;
 font:15px/1.467 Lato,"Slack-Lato",-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,
 "Noto Color Emoji",sans-serif}
main{max-width:780px;margin:0 auto;padding:0 20px 48px}
h2{position:sticky;top:0;z-index:1;margin:0 -20px;padding:12px 20px;background:#fff;
 border-bottom:1px solid #dddcdd;font-size:18px;line-height:24px;font-weight:900}
h2 small{margin-left:8px;color:#616061;font-size:13px;font-weight:400}
article{display:flex;gap:8px;padding:12px 0 8px}
.face{flex:0 0 36px;height:36px;border-radius:8px;background:#1f3a34;color:#e8f3ee;
 font-weight:900;font-size:18px;line-height:36px;text-align:center}
.face.person{background:#5b6b8c;color:#fff}
.thread{margin-left:44px;padding-left:12px;border-left:2px solid #dddcdd}
.thread .face{flex-basis:24px;height:24px;border-radius:6px;font-size:13px;line-height:24px}
.replies{margin:0 0 4px 44px;color:#1264a3;font-size:13px;font-weight:700}
.body{flex:1;min-width:0}
.who{display:flex;flex-wrap:wrap;align-items:center;gap:0 6px;line-height:22px}
.who b{font-weight:900}
.app{padding:0 3px;border-radius:2px;background:#ebeaeb;color:#616061;font-size:10px;
 font-weight:700;line-height:14px}
time,.only,.edited,.typing{color:#616061;font-size:12px}
.typing{margin:4px 0 4px 44px}
.prompts{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0 0 44px}
.prompts span{padding:6px 12px;border:1px solid #dddcdd;border-radius:16px;font-size:13px}
h3{margin:8px 0 4px;font-size:18px;line-height:1.333;font-weight:900}
h4{margin:8px 0 4px;font-size:15px;font-weight:900}
p{margin:0 0 8px}
ul,ol{margin:0 0 8px;padding-left:26px}
pre{margin:4px 0;padding:8px;overflow-x:auto;border:1px solid #e0dfe0;border-radius:4px;
 background:#f8f8f8;font:12px/1.5 Monaco,Menlo,Consolas,monospace;white-space:pre-wrap}
.section,.fields,.context,.actions,.feedback,.markdown,.rich,.wide{margin:4px 0 8px}
.with{display:flex;gap:8px 16px;align-items:flex-start}
.with>.section{flex:1;min-width:0}
.with>.beside{flex:0 1 auto;max-width:45%}
.line{min-height:22px}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:8px 16px}
.context{display:flex;flex-wrap:wrap;gap:4px 8px;color:#616061;font-size:13px;line-height:18px}
.context .line{min-height:0}
.context img{width:20px;height:20px}
.actions,.feedback{display:flex;flex-wrap:wrap;gap:8px}
.feedback .button{border-color:transparent;color:#616061}
hr{margin:12px 0;border:0;border-top:1px solid #dddcdd}
blockquote{margin:4px 0;padding:0 0 0 12px;border-left:4px solid #dddcdd}
a{color:#1264a3;text-decoration:none}
a:hover{text-decoration:underline}
code{padding:2px 3px 1px;border:1px solid #e0dfe0;border-radius:3px;background:#f8f8f8;
 color:#c01343;font:12px/1.5 Monaco,Menlo,Consolas,monospace}
.mention{padding:0 2px 1px;border-radius:3px;background:#e8f5fa;color:#1264a3}
.button{display:inline-block;max-width:100%;padding:4px 12px;border:1px solid #bbbabb;
 border-radius:8px;background:#fff;color:#1d1c1d;font-size:13px;font-weight:700;line-height:20px}
.primary{border-color:#007a5a;background:#007a5a;color:#fff}
.danger{border-color:#e01e5a;background:#e01e5a;color:#fff}
.box{display:inline-flex;justify-content:space-between;gap:8px;min-width:120px;max-width:100%;
 padding:4px 10px;border:1px solid #bbbabb;border-radius:8px;font-size:13px;line-height:20px}
.box.input{display:flex;width:100%;padding:7px 12px;font-size:15px;white-space:pre-wrap}
.box.tall{min-height:84px}
.box i,.none{color:#8d8c8d;font-style:normal}
.more{display:inline-flex;flex-direction:column;max-width:100%}
.more small{color:#616061;font-size:11px;line-height:15px}
.pick{margin:2px 0;font-size:15px}
.pick small{display:block;padding-left:22px;color:#616061;font-size:13px}
.field{margin:12px 0}
.label{font-weight:700}
.label span{color:#616061;font-weight:400}
.hint{color:#616061;font-size:13px}
.wrong{color:#c01343;font-size:13px;font-weight:700}
.wide{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:13px}
td,th{padding:5px 10px;border:1px solid #dddcdd;text-align:left;vertical-align:top;
 overflow-wrap:normal;min-width:48px}
tr:first-child td{background:#f8f8f8;font-weight:700}
figure{margin:4px 0 8px}
figcaption{margin-bottom:4px;color:#616061;font-size:13px}
img.large{max-width:100%;max-height:480px;border-radius:8px}
img.small{width:72px;height:72px;object-fit:cover;border-radius:8px}
.empty{color:#616061}
.tabs{display:flex;gap:20px;margin:0 -20px 12px;padding:0 20px;border-bottom:1px solid #dddcdd}
.tabs span{padding:8px 0;color:#616061;font-size:13px;font-weight:700}
.tabs .now{border-bottom:2px solid #611f69;color:#1d1c1d}
body.dim{background:#8d8c8d}
.modal{max-width:520px;margin:40px auto;border-radius:12px;background:#fff;
 box-shadow:0 18px 48px rgba(0,0,0,.35)}
.modal header,.modal footer{display:flex;align-items:center;gap:12px;padding:16px 24px}
.modal header{border-bottom:1px solid #dddcdd;font-size:22px;font-weight:900;line-height:28px}
.modal header span{margin-left:auto;color:#616061;font-weight:400}
.modal footer{justify-content:flex-end;flex-wrap:wrap;border-top:1px solid #dddcdd}
.modal .inside{padding:8px 24px 16px}
@media (max-width:480px){
 main{padding:0 16px 32px}
 h2,.tabs{margin-left:-16px;margin-right:-16px;padding-left:16px;padding-right:16px}
 .thread,.replies,.prompts,.typing{margin-left:16px}
 .fields{grid-template-columns:1fr}
 .modal{min-height:100vh;margin:0;border-radius:0;box-shadow:none}
 .modal header,.modal footer,.modal .inside{padding-left:16px;padding-right:16px}
}
""".strip()


def whole_page(title: str, inside: str, *, dim: bool = False) -> str:
    """An HTML page with this content (HTML) and title (text)."""
    around = "<body class=dim>" if dim else "<body>"
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width,initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{STYLE}</style></head>"
        f"{around}{inside}</body></html>"
    )
