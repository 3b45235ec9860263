/**
 * What a browser with scripts does on top, on a page that needs none: it makes photos small before they are sent (a phone's
 * twelve megapixels take twenty seconds on a slow line; where they were taken never leaves the phone), and keeps a form on
 * screen that could not be sent. Whoever goes back from the receipt finds an empty form: what was sent stays on no screen. Written for every browser there is: what one does not know is left out.
 */
export const SCRIPT = `(function(d,w){var f=d.querySelector('form[data-offline]');
if(d.querySelector('[data-sent]'))w.name='r-sent';if(!f)return;
w.addEventListener('pageshow',function(){if(w.name==='r-sent'){w.name='';location.replace(f.getAttribute('action'))}});
f.addEventListener('submit',function(e){if(navigator.onLine===false){e.preventDefault();alert(f.getAttribute('data-offline'))}});
var i=f.querySelector('input[type=file]');if(!i||!w.DataTransfer||!w.createImageBitmap||!w.Promise)return;
function small(p){return createImageBitmap(p,{imageOrientation:'from-image'}).then(function(m){
var s=Math.min(1,2000/Math.max(m.width,m.height)),c=d.createElement('canvas');
c.width=Math.max(1,Math.round(m.width*s));c.height=Math.max(1,Math.round(m.height*s));
var g=c.getContext('2d');g.fillStyle='#fff';g.fillRect(0,0,c.width,c.height);g.drawImage(m,0,0,c.width,c.height);if(m.close)m.close();
return new Promise(function(ok){c.toBlob(function(b){ok(b?new File([b],'1.jpg',{type:'image/jpeg'}):p)},'image/jpeg',.8)})
}).then(null,function(){return p})}
i.addEventListener('change',function(){var a=[].slice.call(i.files),n=a.length;if(!n||n>20)return;
a.reduce(function(q,p){return q.then(function(l){return small(p).then(function(r){return l.concat([r])})})},Promise.resolve([])).then(function(l){
if(i.files.length!==n||i.files[0]!==a[0])return;try{var t=new DataTransfer();l.forEach(function(p){t.items.add(p)});i.files=t.files;f.setAttribute('data-photos','small')}catch(e){}})})
})(document,window)`
