/**
 * In an embed it tells whoever frames it how high it is, again when that changes or it is asked; a height is no secret, so anybody may know.
 * In the page around it believes nobody but a frame of this site that stands in the page, and only a height within reason.
 */
export const EMBED_SCRIPT = `(()=>{
const {origin}=new URL(document.currentScript.src);
const root=document.documentElement;
if(location.origin===origin&&location.pathname.startsWith("/embed/")){
const tell=()=>parent.postMessage({footnoteHeight:Math.ceil(root.getBoundingClientRect().height)},"*");
new ResizeObserver(tell).observe(root);
addEventListener("message",({source})=>source===parent&&tell());
return;
}
const frames=()=>[...document.querySelectorAll("iframe")].filter(({src})=>src.startsWith(origin+"/embed/"));
addEventListener("message",(event)=>{
const height=event.data?.footnoteHeight;
if(event.origin!==origin||!(height>0&&height<10000))return;
for(const frame of frames())if(frame.contentWindow===event.source)frame.style.height=height+"px";
});
const ask=()=>{for(const frame of frames())frame.contentWindow.postMessage("footnote","*");};
ask();
addEventListener("load",ask);
})();
`;
